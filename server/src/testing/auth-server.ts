/** Accounts for tests: a database of its own, a real socket, mails in a folder, and browsers with a cookie each. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Auth, createAuth, type UserData } from '../features/auth/index.ts';
import { createPasswords } from '../features/auth/passwords.ts';
import { type Config, loadConfig } from '../platform/config/index.ts';
import { openListener } from '../platform/db/index.ts';
import { createApp, routesOn } from '../platform/http/index.ts';
import { createLimits } from '../platform/limits/index.ts';
import { createMailer, mailFolderOf, startMailDelivery } from '../platform/mail/index.ts';
import type { Secrets } from '../platform/secrets/index.ts';
import { createLog, createMetrics } from '../platform/telemetry/index.ts';
import { Browser, PASSWORD } from './browser.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { TEST_SECRETS } from './secret.ts';

export interface AuthServer {
  readonly url: string;
  readonly db: TestDatabase;
  readonly auth: Auth;
  readonly secrets: Secrets;
  readonly mailFolder: string;
  /** One that is signed in nowhere. */
  browser(): Browser;
  /** One that is signed in to an account of its own. Made around the route, so that no password need be hashed. */
  player(): Promise<{ browser: Browser; email: string; id: string }>;
  /** Waits for the newest mail to an address, and takes the token out of its link. */
  mailTo(address: string, subject: RegExp): Promise<{ text: string; token: string }>;
  close(): Promise<void>;
}

export interface AuthServerSettings {
  /** By their names in the environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly userData?: readonly UserData[];
  readonly connections?: number;
  /** Limits as they are by default; else there are none. */
  readonly limited?: boolean;
}

export async function startAuthServer(settings: AuthServerSettings = {}): Promise<AuthServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ploscope-auth-'));
  const port = Number(settings.env?.PORT ?? (await freePort()));
  const publicUrl = settings.env?.PUBLIC_URL ?? `http://localhost:${port}`;
  const config = readConfig({ LOG_LEVEL: 'silent', PLOSCOPE_DATA: folder, ...settings.env });
  const db = await createTestDatabase(settings.connections);
  const secrets = TEST_SECRETS;
  const log = createLog(config.logLevel, 'all');
  const auth = createAuth({
    db,
    limits: createLimits({ redis: null, computePerMinute: 600, areOn: settings.limited ?? false }),
    secrets,
    mailer: createMailer(secrets),
    config,
    log,
    publicUrl,
    userData: settings.userData ?? [],
  });
  const listener = openListener(db.url, 'test');
  const delivery = startMailDelivery({ db, listener, secrets, config, log });
  const app = await createApp(config, log, createMetrics());
  const limits = createLimits({ redis: null, computePerMinute: 600, areOn: settings.limited ?? false });
  auth.addRoutes(routesOn(app, { authenticate: auth.authenticate, limits }), app);
  await app.listen({ host: '127.0.0.1', port });
  const url = `http://localhost:${port}`;
  return {
    url,
    db,
    auth,
    secrets,
    mailFolder: mailFolderOf(config),
    browser: () => new Browser(url),
    player: () => newPlayer(db, new Browser(url)),
    mailTo: (address, subject) => waitForMail(url, address, subject),
    async close() {
      await app.close();
      await delivery.close();
      await listener.close();
      await db.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let madeHash: Promise<string> | undefined;
let players = 0;

async function newPlayer(db: TestDatabase, browser: Browser): Promise<{ browser: Browser; email: string; id: string }> {
  madeHash ??= createPasswords().hash(PASSWORD);
  players += 1;
  const email = `player${players}@example.org`;
  const { body } = await browser.post('/api/auth/guest');
  const id = body.player?.id ?? '';
  await db.query('update auth.users set email = $1, password_hash = $2, is_guest = false where id = $3', [
    email,
    await madeHash,
    id,
  ]);
  return { browser, email, id };
}

function readConfig(environment: Readonly<Record<string, string>>): Config {
  const config = loadConfig(environment);
  if (!config.ok) throw new Error(config.errors.join('\n'));
  return config.value;
}

interface MailboxAnswer {
  readonly mails: readonly { readonly to: string; readonly subject: string; readonly text: string }[];
}

async function waitForMail(url: string, address: string, subject: RegExp): Promise<{ text: string; token: string }> {
  for (;;) {
    const { mails } = (await (await fetch(`${url}/api/mailbox`)).json()) as MailboxAnswer;
    const mail = mails.find((one) => one.to === address && subject.test(one.subject));
    if (mail !== undefined) return { text: mail.text, token: /#token=(\S+)/.exec(mail.text)?.[1] ?? '' };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** One that was free a moment ago: links in mails need it before the server listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
