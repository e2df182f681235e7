/** The Worker that reads a spot to be solved while one types. */
import { serveCalls } from '../../../../lib/worker-calls.ts';
import { fetchOrderings } from '../../work/orderings.ts';
import { readDraft } from './judging.ts';
import type { SolveReaderMethods } from './protocol.ts';

serveCalls<SolveReaderMethods>(self, { report: (draft) => readDraft(draft, fetchOrderings) });
