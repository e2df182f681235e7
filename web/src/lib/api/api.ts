/**
 * Calls of the server by whoever is signed in. A call never rejects: what goes wrong, the network included, comes back
 * as an error with a sentence. A refused token is made anew once and the call made again once; then one is signed out.
 */
import {
  type Access,
  type AnswerOf,
  type Called,
  type CallOf,
  type Client,
  createClient,
  ROUTES,
  type Route,
  type WebCall,
} from '@ploscope/contracts';
import { apiText } from '../../text/api.ts';
import { type AccessKeeper, createAccessKeeper, type KeeperStart, type SessionNews } from './access-keeper.ts';
import type { Session } from './who.ts';

export interface ApiStart extends Omit<KeeperStart, 'refresh'> {
  /** Empty for the page's own server. */
  readonly baseUrl: string;
  readonly fetch: (url: string, call: WebCall) => Promise<Response>;
}

export interface Api {
  readonly call: <R extends Route>(route: R, call: CallOf<R>) => Promise<Called<AnswerOf<R>>>;
  /** The answer whose body is a file. */
  readonly file: <R extends Route>(route: R, call: CallOf<R>) => Promise<Called<Response>>;
  /** Who is signed in, asked with the cookie. */
  readonly wake: () => Promise<void>;
  /** After signing in or registering. */
  readonly take: (access: Access) => void;
  /** Asks anew what is known of the player. */
  readonly learn: () => Promise<void>;
  /** Stays signed in where the server could not be told: the cookie would outlive the look of it. */
  readonly signOut: () => Promise<Called<unknown>>;
  /** The server has ended the session already. */
  readonly forget: () => void;
  /** For a socket. */
  readonly token: () => Promise<string | null>;
  readonly hear: (news: SessionNews) => void;
  readonly close: () => void;
}

/** Codes of what no server said. */
type OwnCode = 'offline' | 'stopped';

export function createApi({ baseUrl, fetch, ...start }: ApiStart): Api {
  const bare = createClient<Response>({ baseUrl, fetch });
  const keeper: AccessKeeper = createAccessKeeper({
    ...start,
    refresh: () => settled(bare.call(ROUTES.refresh, {})),
  });
  const client: Client<Response> = createClient<Response>({ baseUrl, fetch, token: keeper.token });

  const twice = async <T>(once: (client: Client<Response>) => Promise<Called<T>>): Promise<Called<T>> => {
    // What this call was refused with: when a refusal comes late, another call has renewed the token already.
    let used: string | null = null;
    const token = async (): Promise<string | null> => {
      used = await keeper.token();
      return used;
    };
    const first = await settled(once(createClient<Response>({ baseUrl, fetch, token })));
    if (first.ok || first.status !== 0) start.session.set(reached);
    if (!isSignedOut(first)) return first;
    if (used === null || (await keeper.renew(used)) === null) return first;
    const second = await settled(once(client));
    if (isSignedOut(second)) keeper.forget();
    return second;
  };

  const learn = async (): Promise<void> => {
    if ((await keeper.token()) === null) return;
    const answer = await twice((asker) => asker.call(ROUTES.me, {}));
    if (answer.ok) keeper.learn(answer.value);
  };

  return {
    call: (route, call) => twice((asker) => asker.call(route, call)),
    file: (route, call) => twice((asker) => asker.file(route, call)),
    wake: async () => {
      if ((await keeper.token()) === null) {
        start.session.set((now) => (now.who === 'unknown' ? { ...now, who: 'nobody' } : now));
      }
    },
    take: keeper.take,
    learn,
    signOut: async () => {
      const answer = await settled(client.call(ROUTES.logout, {}));
      if (answer.ok) keeper.forget();
      return answer;
    },
    forget: keeper.forget,
    token: keeper.token,
    hear: keeper.hear,
    close: keeper.close,
  };
}

const reached = (session: Session): Session => (session.unreachable ? { ...session, unreachable: false } : session);

/** A call that does not reject. */
async function settled<T>(calling: Promise<Called<T>>): Promise<Called<T>> {
  try {
    return await calling;
  } catch (error) {
    const stopped = error instanceof Error && error.name === 'AbortError';
    return failed(stopped ? 'stopped' : 'offline');
  }
}

function failed(code: OwnCode): Called<never> & { ok: false } {
  const { message, hint } = apiText[code];
  return { ok: false, status: 0, retryAfterS: null, error: { code, message, hint, at: null, end: null, field: null } };
}

function isSignedOut(answer: Called<unknown>): boolean {
  return !answer.ok && answer.status === 401 && answer.error.code === 'signed-out';
}
