/** Mails: none is lost, none goes astray, and those that stay here are for this machine alone. */
import { readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuthServer, freePort, startAuthServer } from '../../testing/auth-server.ts';
import { isFromThisMachine } from './mailbox.routes.ts';
import { formatMail, formatMailbox } from './mailbox-page.ts';
import { createMailer } from './mailer.ts';

describe('mails by SMTP', () => {
  const received: { from: string; to: string[]; text: string }[] = [];
  let refuseWith: number | null = null;
  let smtp: SMTPServer;
  let port: number;
  let server: AuthServer;

  async function listen(): Promise<void> {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onRcptTo: (_, __, done) => {
        const error = Object.assign(new Error('refused'), { responseCode: refuseWith ?? 0 });
        done(refuseWith === null ? null : error);
      },
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          const text = Buffer.concat(chunks).toString();
          received.push({ from, to: envelope.rcptTo.map(({ address }) => address), text });
          done();
        });
      },
    });
    smtp.on('error', () => undefined);
    await new Promise<void>((resolve) => smtp.listen(port, '127.0.0.1', resolve));
  }
  const stop = (): Promise<void> => new Promise((resolve) => smtp.close(resolve));
  const waiting = async (): Promise<{ tries: number }[]> => server.db.query('select tries from platform.mails');
  /** As if the wait until the next try were over. */
  const tryAgain = (): Promise<unknown> =>
    server.db.query(`update platform.mails set next_try_at = now(); notify mails, ''`);

  beforeAll(async () => {
    port = await freePort();
    await listen();
    server = await startAuthServer({
      env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'PLOScope <from@example.org>' },
    });
  });
  afterAll(async () => {
    await server.close();
    await stop();
  });

  test('arrive, with a link that works', async () => {
    const browser = server.browser();
    await browser.register('smtp@example.org');
    await expect.poll(() => received.length).toBe(1);
    expect(received[0]).toMatchObject({ from: 'from@example.org', to: ['smtp@example.org'] });
    const text = received[0]?.text.replace(/=\r\n/g, '').replaceAll('=3D', '=') ?? '';
    const token = /#token=([\w-]{43})/.exec(text)?.[1];
    expect((await browser.post('/api/auth/verify-email', { token })).status).toBe(200);
    await expect.poll(waiting).toEqual([]);
  });

  test('wait while the mail server is away, sealed', async () => {
    await stop();
    const { browser, email } = await server.player();
    expect((await browser.post('/api/auth/send-verification')).status).toBe(200);
    await expect.poll(waiting).toEqual([{ tries: 1 }]);
    const [row] = await server.db.query<{ sealed: Buffer }>('select sealed from platform.mails');
    expect(row?.sealed.toString('latin1')).not.toMatch(/token|example\.org/);
    await listen();
    await tryAgain();
    await expect.poll(() => received.at(-1)?.to).toEqual([email]);
    await expect.poll(waiting).toEqual([]);
  });

  test('are given up where the mail server refuses them for good, and tried again where for now', async () => {
    refuseWith = 451;
    const { browser, email } = await server.player();
    await browser.post('/api/auth/send-verification');
    await expect.poll(waiting).toEqual([{ tries: 1 }]);
    refuseWith = 550;
    await tryAgain();
    await expect.poll(waiting).toEqual([]);
    refuseWith = null;
    expect(received.map(({ to }) => to[0])).not.toContain(email);
  });

  test('are not written where what they tell of did not happen', async () => {
    const mailer = createMailer(server.secrets);
    const mail = { to: 'nobody@example.org', subject: 'Nothing', text: 'Nothing' };
    const failing = server.db.as('auth', async (trx) => {
      await mailer.send(trx, mail);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await waiting()).toEqual([]);
    const injected = server.db.as('auth', (trx) => mailer.send(trx, { ...mail, to: 'a@b.org\r\nBcc: c@d.org' }));
    await expect(injected).rejects.toThrow('line break');
  });

  test('are read by no other feature', async () => {
    const reading = server.db.at('auth').selectFrom('platform.mails').selectAll().execute();
    await expect(reading).rejects.toThrow('permission denied');
  });

  test('have no page here', async () => {
    expect((await server.browser().get('/api/mailbox')).status).toBe(404);
    expect((await server.browser().get('/api/auth/offers')).body.mailbox).toBe(false);
  });
});

describe('mails that stay on this machine', () => {
  let server: AuthServer;
  beforeAll(async () => {
    server = await startAuthServer();
    const { browser, email } = await server.player();
    await browser.post('/api/auth/send-verification');
    await server.mailTo(email, /Confirm/);
  });
  afterAll(() => server.close());

  const ask = (headers: Record<string, string>): Promise<Response> => fetch(`${server.url}/api/mailbox`, { headers });

  test('are files that only their owner reads', () => {
    const [name = ''] = readdirSync(server.mailFolder);
    expect(name).toMatch(/\.eml$/);
    expect(statSync(join(server.mailFolder, name)).mode & 0o077).toBe(0);
  });

  test('are a list and a page each, for a browser, with their links and a way back', async () => {
    const response = await ask({ accept: 'text/html' });
    expect(response.headers.get('content-type')).toContain('text/html');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    const list = await response.text();
    const get = (path = '') => fetch(server.url + path, { headers: { accept: 'text/html' } });
    const mail = await (await get(/href="(\/api\/mailbox\/\d{17}-\w{8})"/.exec(list)?.[1])).text();
    expect(mail).toMatch(/<a href="http:\/\/localhost:\d+\/account\/verify-email#token=[\w-]{43}" rel="noreferrer">/);
    expect(mail).toContain('<a class="back" href="/api/mailbox">');
    const style = await get(/<link rel="stylesheet" href="([^"]+)">/.exec(mail)?.[1]);
    expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect((await get('/api/mailbox/20260101000000000-00000000')).status).toBe(404);
    // Nothing inline, which the policy would not let through.
    for (const page of [list, mail]) expect(page).not.toMatch(/<script|<style|style=|\son\w+=/i);
  });

  test('are text, whatever stands in them', () => {
    const text = 'See https://a.example/?a=1&b=<b>. <script>alert(1)</script> javascript:alert(1) "\'';
    const mail = { id: '1', to: '<i>@b.org', subject: '</title><script>', text, sentAt: '2026-01-01T00:00:00.000Z' };
    for (const page of [formatMail(mail), formatMailbox([mail])]) expect(page).not.toMatch(/<script|<i>|<b>/);
    expect(formatMail(mail)).toContain(
      '<a href="https://a.example/?a=1&#38;b=" rel="noreferrer">https://a.example/?a=1&#38;b=</a>&#60;b&#62;.',
    );
  });

  test.each([
    { 'x-forwarded-for': '127.0.0.1' },
    { forwarded: 'for=127.0.0.1' },
    { 'x-real-ip': '127.0.0.1' },
    { via: '1.1 proxy' },
  ])('are hidden from what a proxy brings on: %j', async (headers) => {
    expect((await ask(headers)).status).toBe(404);
  });

  test('are hidden from a page of another site, and from another name of this machine', async () => {
    expect((await ask({ origin: 'https://evil.example' })).status).toBe(403);
    const { port } = new URL(server.url);
    const status = await new Promise((resolve, reject) => {
      request({ port, path: '/api/mailbox', headers: { host: `evil.example:${port}` } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });

  test.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['192.168.0.2', false],
    ['::ffff:10.0.0.1', false],
    [undefined, false],
  ])('are told to a socket from %s: %s', (remoteAddress, expected) => {
    const asked = { socket: { remoteAddress }, headers: { host: 'localhost:3000' } };
    expect(isFromThisMachine(asked as never)).toBe(expected);
  });

  test.each([
    ['behind a proxy', { TRUST_PROXY: 'true' }],
    ['where players come by another name', { PUBLIC_URL: 'https://ploscope.example' }],
    ['where other machines reach the server', { HOST: '0.0.0.0' }],
  ])('have no page %s', async (_where, env) => {
    const behind = await startAuthServer({ env });
    try {
      expect((await behind.browser().get('/api/mailbox')).status).toBe(404);
      expect((await behind.browser().get('/api/auth/offers')).body.mailbox).toBe(false);
    } finally {
      await behind.close();
    }
  });
});
