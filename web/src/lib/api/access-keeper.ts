/**
 * The access token of this page: in memory only, made anew from the refresh cookie shortly before it ends. One refresh
 * at a time, here and across tabs: the cookie is replaced at each, and a second one with the old cookie looks like theft.
 */
import type { Access, Called, Player } from '@ploscope/contracts';
import type { Store } from '../store.ts';
import type { Hint, Session } from './who.ts';

export interface KeeperStart {
  readonly session: Store<Session>;
  readonly hint: Hint;
  /** `POST /api/auth/refresh`; never rejects. */
  readonly refresh: () => Promise<Called<Access>>;
  /** Runs one at a time among all tabs, where the browser can. */
  readonly oneAtATime: <T>(work: () => Promise<T>) => Promise<T>;
  /** Tells the other tabs. */
  readonly tell: (news: SessionNews) => void;
}

export type SessionNews = { readonly kind: 'in'; readonly player: string } | { readonly kind: 'out' };

export interface AccessKeeper {
  /** One that is good; null where nobody is signed in. */
  readonly token: () => Promise<string | null>;
  /** After the server refused `used`. */
  readonly renew: (used: string | null) => Promise<string | null>;
  /** After signing in. */
  readonly take: (access: Access) => void;
  readonly learn: (player: Player) => void;
  readonly forget: () => void;
  /** Another tab has signed in or out. */
  readonly hear: (news: SessionNews) => void;
  readonly close: () => void;
}

/** Made anew so long before its end, or halfway where it does not last that long. */
const EARLY_MS = 60_000;
/** The longest a timer of the browser runs. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Held {
  readonly token: string;
  /** By `performance.now`, which no change of the clock moves. */
  readonly renewAtMs: number;
}

export function createAccessKeeper({ session, hint, refresh, oneAtATime, tell }: KeeperStart): AccessKeeper {
  let held: Held | null = null;
  let renewing: Promise<string | null> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Grows when somebody signs in or out, so that an answer from before is not taken. */
  let turn = 0;

  const hold = ({ accessToken, expiresInS, player }: Access): void => {
    const lastsMs = expiresInS * 1000;
    const renewInMs = lastsMs - Math.min(EARLY_MS, lastsMs / 2);
    held = { token: accessToken, renewAtMs: performance.now() + renewInMs };
    hint.set(true);
    session.set(() => ({ who: player, unreachable: false }));
    clearTimeout(timer);
    timer = setTimeout(() => void renew(accessToken), Math.min(renewInMs, LONGEST_TIMER_MS));
  };
  const drop = (): void => {
    turn += 1;
    held = null;
    clearTimeout(timer);
    hint.set(false);
    session.set(() => ({ who: 'nobody', unreachable: false }));
  };

  const refreshNow = async (): Promise<string | null> => {
    const asked = turn;
    const answer = await oneAtATime(refresh);
    if (turn !== asked) return held?.token ?? null;
    if (answer.ok) {
      hold(answer.value);
      return answer.value.accessToken;
    }
    if (answer.status === 401) {
      drop();
      return null;
    }
    // Not asked, or not answered: whoever was signed in still is.
    session.set(({ who }) => ({ who: who === 'unknown' ? 'nobody' : who, unreachable: true }));
    return null;
  };
  const renew = (used: string | null): Promise<string | null> => {
    // Another call has renewed it meanwhile.
    if (held !== null && held.token !== used) return Promise.resolve(held.token);
    if (held === null && !hint.get()) return Promise.resolve(null);
    renewing ??= refreshNow().finally(() => {
      renewing = null;
    });
    return renewing;
  };

  return {
    token: async () => {
      if (held === null) return renew(null);
      if (performance.now() < held.renewAtMs) return held.token;
      // Before its end the old one still serves where the server cannot be asked for another.
      const { token } = held;
      return (await renew(token)) ?? held?.token ?? null;
    },
    renew,
    take: (access) => {
      turn += 1;
      hold(access);
      tell({ kind: 'in', player: access.player.id });
    },
    learn: (player) => {
      if (held !== null) session.set((now) => ({ ...now, who: player }));
    },
    forget: () => {
      const was = held !== null || hint.get();
      drop();
      if (was) tell({ kind: 'out' });
    },
    hear: (news) => {
      const { who } = session.get();
      if (news.kind === 'out') drop();
      else if (typeof who === 'string' || who.id !== news.player) {
        turn += 1;
        held = null;
        hint.set(true);
        void renew(null);
      }
    },
    close: () => clearTimeout(timer),
  };
}
