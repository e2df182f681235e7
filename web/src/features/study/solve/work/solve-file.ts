/**
 * A finished solve as the file it can be kept as. It is written once, when the solve is finished, and everything shown
 * afterwards is read from it: what one looks at is what one would download.
 */
import type { SolvedDeal, SolveFigures } from '@ploscope/kernel';
import type { Solve } from '@ploscope/kernel/host/browser';
import {
  type ByteSource,
  openPlos,
  orderingsOfSolveSpot,
  type Plos,
  type PlosError,
  type PreparedSolve,
  plosJob,
  type Result,
  type SolveSpot,
  type SpotError,
  writePlos,
} from '@ploscope/poker';
import type { LoadOrderings } from '../../work/reading.ts';
import type { Found } from './sights.ts';

const PROGRAM = 'ploscope web';

export interface Written {
  readonly file: Blob;
  readonly found: Found;
}

export async function writeSolve(
  solve: Solve,
  spot: SolveSpot,
  prepared: PreparedSolve,
  figures: SolveFigures,
  firstOnly: boolean,
): Promise<Result<Written, PlosError>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const sink = { write: async (bytes: Uint8Array) => void parts.push(new Uint8Array(bytes)) };
  const content = { program: PROGRAM, spot, job: prepared.job, figures, firstOnly };
  await writePlos(sink, content, solve.deals(firstOnly));
  const file = new Blob(parts);
  const plos = await openPlos(sourceOf(file));
  return plos.ok ? { ok: true, value: { file, found: { prepared, dealOf: dealsOf(plos.value) } } } : plos;
}

export interface ReadSolve extends Written {
  readonly spot: SolveSpot;
  readonly figures: SolveFigures;
}

/** A file someone kept. */
export async function readSolve(
  file: Blob,
  maxBytes: number,
  loadOrderings: LoadOrderings,
): Promise<Result<ReadSolve, PlosError | SpotError>> {
  const plos = await openPlos(sourceOf(file));
  if (!plos.ok) return plos;
  const { spot, figures } = plos.value;
  const orderings = await loadOrderings(
    orderingsOfSolveSpot({ ...spot, oop: NO_RANGE(spot.oop), ip: NO_RANGE(spot.ip) }),
  );
  const prepared = plosJob(plos.value, { orderings, maxBytes });
  if (!prepared.ok) return prepared;
  const found = { prepared: prepared.value, dealOf: dealsOf(plos.value) };
  return { ok: true, value: { file, found, spot, figures } };
}

/** The combos stand in the file: only locks need orderings. */
const NO_RANGE = <S extends { readonly range: string }>(side: S): S => ({ ...side, range: '*' });

/** A deal that cannot be read counts as not stored: its street is solved again. */
const dealsOf =
  (plos: Plos) =>
  async (dealt: readonly number[]): Promise<SolvedDeal | null> => {
    const deal = await plos.deal(dealt);
    return deal.ok ? deal.value : null;
  };

function sourceOf(file: Blob): ByteSource {
  return {
    size: file.size,
    read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
  };
}
