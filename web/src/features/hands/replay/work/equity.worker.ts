/** The Worker of the replayer: builds the jobs and hands them to the kernel's own Workers. */
import { openBrowserPool, type Pool } from '@ploscope/kernel/host/browser';
import { equityJob } from '@ploscope/poker';
import { serveCalls } from '../../../../lib/worker-calls.ts';
import type { EquityMethods } from './protocol.ts';

const NO_DETAIL = { madeHands: false, nextCards: false, combos: false };
let pool: Promise<Pool> | null = null;

serveCalls<EquityMethods>(self, {
  equities: async (spots, { signal }) => {
    pool ??= openBrowserPool();
    const opened = await pool;
    const answers: number[][] = [];
    for (const spot of spots) {
      const job = equityJob(spot, { method: 'exact', detail: NO_DETAIL, orderings: new Map() });
      if (!job.ok || signal.aborted) return null;
      const result = await opened.run(job.value, { signal });
      if (!result.ok) return null;
      answers.push(result.value.players.map(({ equity }) => equity));
    }
    return answers;
  },
});
