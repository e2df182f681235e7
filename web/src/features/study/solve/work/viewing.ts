/**
 * Looking at places of what was found, on a solver of its own: a look may take seconds, and one that is not wanted any
 * more is ended by ending its workers. The last looks are kept, so that going back is at once.
 */
import type { SolveError } from '@ploscope/kernel';
import type { Solver } from '@ploscope/kernel/host/browser';
import type { LookAsk } from './protocol.ts';
import { type Found, type Seen, viewedSight } from './sights.ts';

export type Looked =
  | { readonly kind: 'seen'; readonly seen: Seen }
  | { readonly kind: 'refused'; readonly error: SolveError }
  | { readonly kind: 'cancelled' }
  /** The looking itself broke, as where memory could not be had. */
  | { readonly kind: 'failed'; readonly message: string };

export interface Viewing {
  readonly see: (found: Found, ask: LookAsk, signal: AbortSignal) => Promise<Looked>;
  /** Gives back its memory; the next look takes it anew. */
  readonly rest: () => Promise<void>;
}

/** A look at 20,000 hands is about a megabyte. */
const KEPT = 24;

export function openViewing(openSolver: () => Promise<Solver>): Viewing {
  let solver: Promise<Solver> | null = null;
  let keptOf: Found | null = null;
  const kept = new Map<string, Seen>();

  const rest = async (): Promise<void> => {
    const open = solver;
    solver = null;
    kept.clear();
    await (await open)?.close();
  };

  const look = async (found: Found, ask: LookAsk, signal: AbortSignal): Promise<Looked> => {
    solver ??= openSolver();
    const mine = solver;
    const drop = async (): Promise<void> => {
      if (solver === mine) solver = null;
      await (await mine).close();
    };
    const onAbort = (): void => void drop();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      const answer = await viewedSight(await mine, found, ask);
      return answer.ok ? { kind: 'seen', seen: answer.value } : { kind: 'refused', error: answer.error };
    } catch (error) {
      if (signal.aborted) return { kind: 'cancelled' };
      await drop();
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  };

  return {
    rest,
    see: async (found, ask, signal) => {
      if (signal.aborted) return { kind: 'cancelled' };
      if (keptOf !== found) kept.clear();
      keptOf = found;
      const key = JSON.stringify(ask);
      const before = kept.get(key);
      const looked: Looked = before ? { kind: 'seen', seen: before } : await look(found, ask, signal);
      if (looked.kind !== 'seen') return looked;
      kept.delete(key);
      kept.set(key, looked.seen);
      for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
      return looked;
    },
  };
}
