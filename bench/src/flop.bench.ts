// A whole flop, from the job to a full best response that is good enough. Minutes, so it is measured only when named.

import { inFlopPage } from './flop-chromium.ts';
import { nodeHost } from './node-host.ts';
import { loadOrderings } from './orderings.ts';
import type { Row } from './row.ts';
import { FLOP_TENTH, jobOf } from './solve-spots.ts';
import { solveToMarks } from './solve-to-marks.ts';

/** Shares of the pot, with seconds that we promise and those of the C program that the method was tried out in. */
const MARKS = [
  { share: 0.01, name: '1 %', bar: 120, theirs: 90 },
  { share: 0.005, name: '0.5 %', bar: 360, theirs: 180 },
];
const PROBE = 'C probe on such a machine';
/** How much longer a page may take than Node. */
const PAGE_FACTOR = 1.5;

export async function flopRows(wasm: Uint8Array<ArrayBuffer>, root: string): Promise<Row[]> {
  const shares = MARKS.map(({ share }) => share);
  const { reached, memoryBytes } = await solveToMarks(nodeHost(), jobOf(FLOP_TENTH, loadOrderings), shares, {
    finish: true,
  });
  const rows = MARKS.flatMap(({ name, bar, theirs }, i): Row[] => [
    {
      what: i === 0 ? `Flop solve to ${name}, Td7h2c, 10 % v 10 %, SPR 4, pot bets, all cores` : `On to ${name}`,
      ours: reached[i]!.seconds,
      unit: 's',
      peer: PROBE,
      theirs,
      bar,
    },
    {
      what: 'Of these, spent in full best responses',
      ours: reached[i]!.measuringSeconds,
      unit: 's',
      peer: 'none',
      theirs: null,
      bar: null,
    },
  ]);
  const memory: Row = {
    what: 'The same: memory of all workers',
    ours: memoryBytes / 1e9,
    unit: 'GB',
    peer: 'none',
    theirs: null,
    bar: 1.2,
  };
  const node = reached.map(({ seconds }) => seconds);
  return [...rows, memory, ...(await pageRows(wasm, root, shares, node))];
}

/** No rows where there is no browser. `node`: seconds there to the same shares. */
async function pageRows(
  wasm: Uint8Array<ArrayBuffer>,
  root: string,
  shares: readonly number[],
  node: readonly number[],
): Promise<Row[]> {
  const seconds = await inFlopPage(wasm, root, shares);
  if (!seconds) return [];
  return MARKS.map(({ name }, i) => ({
    what: i === 0 ? `The flop solve to ${name} in Chromium` : `On to ${name} in Chromium`,
    ours: seconds[i]!,
    unit: 's',
    peer: 'Node',
    theirs: node[i]!,
    bar: PAGE_FACTOR * node[i]!,
  }));
}
