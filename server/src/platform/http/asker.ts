/** Who asks. What proves it is the business of the feature `auth`; here it is only asked for. */
import type { FastifyRequest } from 'fastify';

export interface Asker {
  readonly userId: string;
  readonly role: 'player' | 'admin';
  readonly isGuest: boolean;
  /** The session the access token belongs to; null for a personal access token. */
  readonly sessionId: string | null;
}

/** The token of `Authorization`; undefined where there is none. */
export function bearerOf({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  return /^Bearer (\S{1,4096})$/i.exec(headers.authorization ?? '')?.[1];
}

/** Who a bearer token stands for; null where it proves nothing. Rejects only when the database cannot be asked. */
export interface Authenticate {
  (bearer: string): Promise<Asker | null>;
  /** Whether it was made here and cannot have been guessed, good or not; known without asking the database. */
  isOurs(bearer: string): Promise<boolean>;
}
