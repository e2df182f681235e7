/** An equity question to the kernel's pool, and its answer in the player's words. */
import type { Pool } from '@ploscope/kernel/host/browser';
import { type EquityOptions, equityAnswer, equityJob, jobErrorText, orderingsOfSpot } from '@ploscope/poker';
import type { EquityAsk, EquityNews, EquityOutcome, Precision } from './protocol.ts';
import type { LoadOrderings } from './reading.ts';

/** When to stop. `precision` is a standard error as a share: 0.0005 is 0.05 %. */
const STOPS: Readonly<Record<Precision, Pick<EquityOptions, 'method' | 'precision' | 'budgetMs' | 'timeMs'>>> = {
  standard: { method: 'auto', precision: 0.0005, budgetMs: 2_500, timeMs: 20_000 },
  fine: { method: 'auto', precision: 0.0001, budgetMs: 30_000, timeMs: 120_000 },
  exact: { method: 'exact' },
};

const NO_DETAIL = { madeHands: false, nextCards: false, combos: false };

export async function dealEquity(
  ask: EquityAsk,
  pool: Pool,
  loadOrderings: LoadOrderings,
  line: { readonly tell: (news: EquityNews) => void; readonly signal: AbortSignal },
): Promise<EquityOutcome> {
  const orderings = await loadOrderings(orderingsOfSpot(ask.spot));
  const detail = {
    ...NO_DETAIL,
    madeHands: ask.detail === 'madeHands',
    nextCards: ask.detail === 'nextCards',
    combos: ask.detail === 'graph',
  };
  const job = equityJob(ask.spot, { orderings, ...STOPS[ask.precision], detail });
  if (!job.ok) return { kind: 'refused', error: job.error, tooLarge: false };
  if (line.signal.aborted) return { kind: 'cancelled' };
  const result = await pool.run(job.value, { signal: line.signal, onProgress: line.tell });
  if (result.ok) return { kind: 'found', answer: equityAnswer(ask.spot, job.value, result.value) };
  if (result.error.code === 'cancelled') return { kind: 'cancelled' };
  return {
    kind: 'refused',
    error: jobErrorText(result.error, ask.spot),
    tooLarge: result.error.code === 'too-large',
  };
}
