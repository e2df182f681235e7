/**
 * The token that every call must carry: `authorization: Bearer …`. Without it a call is refused before anything of its
 * body is read. Compared as digests, in constant time.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Metadata, ServerInterceptingCall, type ServerInterceptor, status } from '@grpc/grpc-js';
import { sayGrpc } from '../../text/en-grpc.ts';

const HEADER = 'authorization';
const LEAST_CHARS = 16;

/** Throws on a token that could be guessed. */
export function checkToken(token: string): void {
  if (token.length < LEAST_CHARS) throw new RangeError(sayGrpc.shortToken(LEAST_CHARS));
}

export function tokenMetadata(token: string): Metadata {
  const metadata = new Metadata();
  metadata.set(HEADER, `Bearer ${token}`);
  return metadata;
}

export function tokenInterceptor(token: string): ServerInterceptor {
  const wanted = digest(`Bearer ${token}`);
  return (_method, call) =>
    new ServerInterceptingCall(call, {
      start: (next) =>
        next({
          onReceiveMetadata(metadata, go) {
            const given = metadata.get(HEADER);
            const isRight = given.length === 1 && timingSafeEqual(digest(String(given[0])), wanted);
            if (isRight) go(metadata);
            else call.sendStatus({ code: status.UNAUTHENTICATED, details: sayGrpc.unauthenticated });
          },
        }),
    });
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
