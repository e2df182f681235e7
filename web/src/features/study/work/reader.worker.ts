/** The Worker that reads: answers while one types. */
import { serveCalls } from '../../../lib/worker-calls.ts';
import { fetchOrderings } from './orderings.ts';
import type { ReaderMethods } from './protocol.ts';
import { readBranch, readSpot } from './reading.ts';

serveCalls<ReaderMethods>(self, {
  report: (spot) => readSpot(spot, fetchOrderings),
  branch: (ask) => readBranch(ask, fetchOrderings),
});
