/** Equities of the moment that is shown: computed a moment after it is reached, kept for coming back. */
import { useEffect, useRef, useState } from 'react';
import { type Calls, openCalls } from '../../../lib/worker-calls.ts';
import { equitiesOf, equityQuestion } from './equity-question.ts';
import type { ReplayFace } from './replay-context.tsx';
import { seenCards } from './seen-cards.ts';
import type { EquityMethods } from './work/protocol.ts';

/** Long enough that holding an arrow key asks for none of the moments passed. */
const ASK_AFTER_MS = 120;

export type Equities = readonly (number | null)[] | 'working' | 'failed' | null;

export function useEquities({
  replay,
  now,
  state,
  open,
}: Pick<ReplayFace, 'replay' | 'now' | 'state' | 'open'>): Equities {
  const calls = useRef<Calls<EquityMethods> | null>(null);
  const known = useRef(new Map<string, readonly (number | null)[]>());
  const [found, setFound] = useState<{ key: string; equities: Equities } | null>(null);
  useEffect(() => () => calls.current?.close(), []);

  const { game, players } = replay.hand;
  const hands = seenCards(replay, now.at, open);
  const question = now.isEnd ? null : equityQuestion({ game, hands, folded: state.folded, boards: state.boards });
  const key = question === null ? '' : JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the question does
  useEffect(() => {
    if (question === null || known.current.has(key)) return;
    const abort = new AbortController();
    const ask = async (): Promise<void> => {
      calls.current ??= openCalls<EquityMethods>(
        new Worker(new URL('./work/equity.worker.ts', import.meta.url), { type: 'module', name: 'replay' }),
        () => {
          calls.current = null;
        },
      );
      const answers = await calls.current.call('equities', question.spots, { signal: abort.signal }).catch(() => null);
      if (abort.signal.aborted) return;
      if (answers === null) {
        setFound({ key, equities: 'failed' });
        return;
      }
      const equities = equitiesOf(question, answers, players.length);
      known.current.set(key, equities);
      setFound({ key, equities });
    };
    const timer = setTimeout(() => void ask(), ASK_AFTER_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [key]);
  if (question === null) return null;
  return known.current.get(key) ?? (found?.key === key ? found.equities : 'working');
}
