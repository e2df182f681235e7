/** What the server works out over the hands of a filter, asked anew when the filter changes or hands are imported. */
import type { AnswerOf, Called, Route, WireError } from '@ploscope/contracts';
import { useEffect, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { useStore } from '../../lib/store.ts';
import { importing } from './import/import-store.ts';

export interface Filtered<T> {
  /** Null until it is there; the last one while it is asked anew. */
  readonly value: T | null;
  readonly error: WireError | null;
  /** `value` is the answer to the filter as it is now. */
  readonly isFresh: boolean;
}

export function useFiltered<R extends Route>(route: R, filter: string): Filtered<AnswerOf<R>> {
  const [answer, setAnswer] = useState<{ filter: string; called: Called<AnswerOf<R>> } | null>(null);
  const [kept, setKept] = useState<AnswerOf<R> | null>(null);
  const stored = useStore(importing, (now) => now.stored);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `stored` grows when hands were imported
  useEffect(() => {
    let gone = false;
    const query = filter === '' ? {} : { filter };
    const call = { query } as unknown as Parameters<typeof api.call<R>>[1];
    void api.call(route, call).then((called) => {
      if (gone) return;
      setAnswer({ filter, called });
      if (called.ok) setKept(called.value);
    });
    return () => {
      gone = true;
    };
  }, [route, filter, stored]);
  const error = answer === null || answer.called.ok ? null : answer.called.error;
  return { value: kept, error, isFresh: answer?.filter === filter };
}
