/**
 * `/api/mailbox`: the mails that stayed on this machine, as a page or as JSON. Whoever reads them can take over any
 * account, so it is for the machine itself alone, and is registered only where mails do stay here.
 *
 * The socket says where a request comes from, no header does. What a proxy brought on also comes from this machine, so
 * anything that carries a proxy's marks, or names another host, is told that there is nothing here.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sayMailbox } from '../../text/mailbox.ts';
import { refuseForeignOrigin, wireError } from '../http/index.ts';
import { readMails, type StoredMail } from './folder-transport.ts';

const MARKS_OF_PROXIES = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

export function addMailbox(app: FastifyInstance, folder: string): void {
  app.get('/api/mailbox', { schema: { hide: true }, logLevel: 'warn' }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (!isFromThisMachine(request)) throw wireError('not-found');
    refuseForeignOrigin(request);
    const mails = await readMails(folder);
    if (!(request.headers.accept ?? '').includes('text/html')) return reply.send({ mails });
    return reply.type('text/html; charset=utf-8').send(formatPage(mails));
  });
}

/** Exported for its test. */
export function isFromThisMachine({ socket, headers }: Pick<FastifyRequest, 'socket' | 'headers'>): boolean {
  const from = socket.remoteAddress ?? '';
  const isLoopback = /^(::ffff:)?127\./.test(from) || from === '::1';
  const isForwarded = MARKS_OF_PROXIES.some((name) => headers[name] !== undefined);
  // A name of somebody else's that leads here makes a browser's page of theirs one of ours.
  const namesUs = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(headers.host ?? '');
  return isLoopback && !isForwarded && namesUs;
}

function formatPage(mails: readonly StoredMail[]): string {
  const items = mails.map(
    ({ to, subject, text, sentAt }) =>
      `<article><h2>${escaped(subject)}</h2><p>${escaped(sayMailbox.to(to, sentAt))}</p>` +
      `<pre>${linked(escaped(text))}</pre></article>`,
  );
  const list = items.length === 0 ? `<p>${escaped(sayMailbox.empty)}</p>` : items.join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(sayMailbox.title)}</title></head><body><main><h1>${escaped(sayMailbox.title)}</h1>
<p>${escaped(sayMailbox.why)}</p>
${list}</main></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Addresses of already escaped text as links. */
function linked(text: string): string {
  return text.replace(/https?:\/\/[\w.:/?#=%~-]+/g, (url) => `<a href="${url}">${url}</a>`);
}
