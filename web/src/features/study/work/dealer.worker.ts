/**
 * The Worker that deals: builds the job, hands it to the kernel's own Workers and joins their answers. It stands
 * between the page and the pool so that listing a large range never holds up the page.
 */
import { openBrowserPool, type Pool } from '@ploscope/kernel/host/browser';
import { serveCalls } from '../../../lib/worker-calls.ts';
import { dealEquity } from './dealing.ts';
import { fetchOrderings } from './orderings.ts';
import type { DealerMethods } from './protocol.ts';

let pool: Promise<Pool> | null = null;

serveCalls<DealerMethods>(self, {
  equity: async (ask, line) => {
    pool ??= openBrowserPool();
    return dealEquity(ask, await pool, fetchOrderings, line);
  },
});
