/**
 * A finished solve as the file it can be kept as. It is written once, when the solve is finished, and everything shown
 * afterwards is read from it: what one looks at is what one would download.
 */
import type { ByteSource, SolvedDeal, SolveFigures } from '@ploscope/kernel';
import type { Solve } from '@ploscope/kernel/host/browser';
import {
  type ByteSink,
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
const PIECE_BYTES = 8 * 1024 ** 2;

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
  /** Told how many deals are written. */
  onDeal: (done: number) => void,
): Promise<Result<Written, PlosError>> {
  const blob = openBlob();
  const content = { program: PROGRAM, spot, job: prepared.job, figures, firstOnly };
  await writePlos(blob, content, counted(solve.deals(firstOnly), onDeal));
  const file = blob.whole();
  const plos = await openPlos(sourceOf(file));
  return plos.ok ? { ok: true, value: { file, found: foundIn(plos.value, prepared, figures) } } : plos;
}

/** One deal ahead, so that the next one is put together while this one is written. */
async function* counted(
  deals: AsyncIterable<SolvedDeal>,
  onDeal: (done: number) => void,
): AsyncGenerator<SolvedDeal, void> {
  const each = deals[Symbol.asyncIterator]();
  let next = each.next();
  for (let done = 1; ; done++) {
    const deal = await next;
    if (deal.done) return;
    next = each.next();
    // It is awaited when its turn comes.
    next.catch(() => undefined);
    yield deal.value;
    onDeal(done);
  }
}

function foundIn(plos: Plos, prepared: PreparedSolve, { buckets }: SolveFigures): Found {
  return { prepared, dealOf: dealsOf(plos), buckets };
}

/** Grows by pieces that the browser may put on disk, so that no large file stands in the Worker's memory. */
function openBlob(): ByteSink & { readonly whole: () => Blob } {
  const pieces: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const close = (): void => {
    pieces.push(new Blob(parts));
    parts = [];
    bytes = 0;
  };
  return {
    write: async (written) => {
      parts.push(new Uint8Array(written));
      bytes += written.length;
      if (bytes >= PIECE_BYTES) close();
    },
    whole: () => {
      close();
      return new Blob(pieces);
    },
  };
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
  return { ok: true, value: { file, found: foundIn(plos.value, prepared.value, figures), spot, figures } };
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
