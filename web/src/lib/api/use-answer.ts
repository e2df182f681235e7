/** What a screen reads from the server when it opens, and anew when asked. */
import type { AnswerOf, Called, CallOf, Route, WireError } from '@ploscope/contracts';
import { useCallback, useEffect, useState } from 'react';
import { api } from './page-api.ts';

export interface Answered<T> {
  /** Null until it is there; the last one while it is asked anew. */
  readonly value: T | null;
  readonly error: WireError | null;
  readonly again: () => void;
}

/** `route` takes nothing: no path, no body. */
export function useAnswer<R extends Route & { readonly params: null; readonly body: null }>(
  route: R,
): Answered<AnswerOf<R>> {
  const [answer, setAnswer] = useState<Called<AnswerOf<R>> | null>(null);
  const [kept, setKept] = useState<AnswerOf<R> | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` grows when it is asked anew
  useEffect(() => {
    let gone = false;
    void api.call(route, {} as CallOf<R>).then((next) => {
      if (gone) return;
      setAnswer(next);
      if (next.ok) setKept(next.value);
    });
    return () => {
      gone = true;
    };
  }, [route, asked]);
  const again = useCallback(() => setAsked((times) => times + 1), []);
  return { value: kept, error: answer === null || answer.ok ? null : answer.error, again };
}
