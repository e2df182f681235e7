/**
 * `/api/mailbox`: the mails that stayed on this machine, as a page or as JSON. Whoever reads them can take over any
 * account, so it is for the machine itself alone, and is registered only where mails do stay here.
 *
 * The socket says where a request comes from, no header does. What a proxy brought on also comes from this machine, so
 * anything that carries a proxy's marks, or names another host, is told that there is nothing here.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseForeignOrigin, wireError } from '../http/index.ts';
import { readMails } from './folder-transport.ts';
import { formatMail, formatMailbox, MAILBOX, STYLE } from './mailbox-page.ts';
import { MAILBOX_STYLE } from './mailbox-style.ts';

const MARKS_OF_PROXIES = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

export function addMailbox(app: FastifyInstance, folder: string): void {
  const refuseOthers = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.header('cache-control', 'no-store');
    if (!isFromThisMachine(request)) throw wireError('not-found');
    refuseForeignOrigin(request);
  };
  const settings = { schema: { hide: true }, logLevel: 'warn', onRequest: refuseOthers } as const;
  const wantsPage = ({ headers }: FastifyRequest): boolean => (headers.accept ?? '').includes('text/html');
  const sendPage = (reply: FastifyReply, page: string) => reply.type('text/html; charset=utf-8').send(page);

  app.get(MAILBOX, settings, async (request, reply) => {
    const mails = await readMails(folder);
    return wantsPage(request) ? sendPage(reply, formatMailbox(mails)) : reply.send({ mails });
  });
  app.get<{ Params: { id: string } }>(`${MAILBOX}/:id`, settings, async (request, reply) => {
    const mail = (await readMails(folder)).find(({ id }) => id === request.params.id);
    if (mail === undefined) throw wireError('not-found');
    return wantsPage(request) ? sendPage(reply, formatMail(mail)) : reply.send(mail);
  });
  app.get(STYLE, settings, async (_request, reply) => reply.type('text/css; charset=utf-8').send(MAILBOX_STYLE));
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
