/**
 * Who is signed in, as the page knows it. Light on purpose: the shell reads it, and what talks to the server is loaded
 * only where somebody signed in here before, or wants to.
 */
import type { Player } from '@ploscope/contracts';
import { createStore, type Store, useStore } from '../store.ts';

/** `unknown`: somebody was signed in here, and the server has not answered yet. */
export type Who = 'unknown' | 'nobody' | Player;

export interface Session {
  readonly who: Who;
  /** The server could not be asked; what is known is from before. */
  readonly unreachable: boolean;
}

/** That somebody signed in here. No secret: it only spares everybody else a question to the server. */
export interface Hint {
  readonly get: () => boolean;
  readonly set: (signedIn: boolean) => void;
}

const KEY = 'ploscope.signed-in';

export const pageHint: Hint = {
  get: () => {
    try {
      return window.localStorage.getItem(KEY) !== null;
    } catch {
      return false;
    }
  },
  set: (signedIn) => {
    try {
      if (signedIn) window.localStorage.setItem(KEY, '1');
      else window.localStorage.removeItem(KEY);
    } catch {
      // Storage is switched off; one signs in anew at each visit.
    }
  },
};

export const pageSession: Store<Session> = createStore<Session>({ who: 'unknown', unreachable: false });

export function useWho(): Who {
  return useStore(pageSession, (session) => session.who);
}

/** Null for nobody, and while it is not known. */
export function usePlayer(): Player | null {
  const who = useWho();
  return typeof who === 'string' ? null : who;
}
