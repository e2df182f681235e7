/**
 * The web app's files. Those with a hash in their name never change and are kept for a year; everything else is asked
 * for again each time. A page address that is no file is the app's own, and gets its one page.
 */
import { access } from 'node:fs/promises';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { wireError } from './api-error.ts';
import { sendError } from './error-replies.ts';

const FOREVER = 'public, max-age=31536000, immutable';

/** Serves the built app in `root`, an absolute folder that may be missing: then pages answer 404. */
export async function addStaticApp(app: FastifyInstance, root: string, onError: (code: string) => void): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    cacheControl: false,
    preCompressed: true,
    dotfiles: 'ignore',
    suppressWarning: true,
    schemaHide: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes(`${sep}assets${sep}`) ? FOREVER : 'no-cache');
    },
  });
  const page = join(root, 'index.html');
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const allowed = allowedMethods(app, path);
    if (allowed.length > 0) {
      onError('method');
      return sendError(reply.header('allow', allowed.join(', ')), wireError('method'));
    }
    const wantsPage = reads && (request.headers.accept ?? '').includes('text/html');
    if (wantsPage && isPage(path) && (await isThere(page))) return reply.code(200).sendFile('index.html');
    onError('not-found');
    return sendError(reply, wireError('not-found'));
  });
}

/** Asked for when it is missing, it would come back here as not found, and be answered in another form than ours. */
function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** The methods a route of this very address takes; none where there is no such route. */
function allowedMethods(app: FastifyInstance, url: string): string[] {
  // The router cannot be asked for what is no path.
  if (!url.startsWith('/')) return [];
  return ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'].filter((method) => app.hasRoute({ method, url }));
}

/** An address of the app's own: not the interface's, and not a file's name. */
function isPage(path: string): boolean {
  return path !== '/api' && !path.startsWith('/api/') && !/\.[^/]*$/.test(path);
}
