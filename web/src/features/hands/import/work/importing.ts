/**
 * One import: files are read as streams, cut between hands, and sent in batches, a few at a time. Reading waits while all
 * places are taken, so no more than a few batches are held however large the files are. A file that cannot be read is an
 * error of that file and of no other.
 */
import {
  type Called,
  catalogueError,
  type ImportAnswer,
  type ImportError,
  MAX_IMPORT_CHARS,
} from '@ploscope/contracts';
import { HandCutter, SITE_FORMATS } from '@ploscope/poker';
import { handsText } from '../../../../text/hands.ts';
import { type Batch, openBatch } from './batch.ts';
import { decodedPieces } from './decoded.ts';
import type { ImportEnd, ImportProgress, NamedFile } from './protocol.ts';

export interface ImportStart {
  /** Never rejects. The same key again is the same batch again, and nothing is counted twice. */
  readonly send: (file: string, text: string, key: string) => Promise<Called<ImportAnswer>>;
  readonly newKey: () => string;
  readonly tell: (progress: ImportProgress) => void;
  readonly signal: AbortSignal;
  /** Resolves at once unless it is paused. */
  readonly unpaused: () => Promise<void>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly now: () => number;
}

const IN_FLIGHT = 3;
/** A batch goes when it has so many characters; the hand that fills it is shorter than what is left. */
const BATCH_CHARS = MAX_IMPORT_CHARS * 0.7;
const TELL_EVERY_MS = 100;
/** Rows for the table and the file of errors; the rest is counted. */
const MOST_ROWS = 5_000;
const MOST_NAMES = 40;
const MOST_ATTEMPTS = 8;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** What passes by itself. */
const PASSING = new Set(['offline', 'busy', 'client-busy', 'unavailable', 'rate-limit', 'time-budget']);

class Failure extends Error {
  readonly called: Called<never> & { ok: false };
  constructor(called: Called<never> & { ok: false }) {
    super(called.error.message);
    this.called = called;
  }
}

export async function runImport(files: readonly NamedFile[], start: ImportStart): Promise<ImportEnd> {
  const { signal, unpaused } = start;
  const tally = openTally(start);
  const flying = new Set<Promise<void>>();
  let failure: Failure | null = null;
  const isOver = (): boolean => signal.aborted || failure !== null;

  const sendNow = async (batch: Batch, file: string): Promise<void> => {
    const [text, key] = [batch.text(), start.newKey()];
    for (let attempt = 1; !isOver(); attempt += 1) {
      const answer = await start.send(file, text, key);
      if (answer.ok) {
        tally.answered(answer.value, batch);
        return;
      }
      if (signal.aborted) return;
      if (!PASSING.has(answer.error.code) || attempt === MOST_ATTEMPTS) throw new Failure(answer);
      tally.wait(1);
      const backOff = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
      await start.sleep(answer.retryAfterS === null ? backOff : answer.retryAfterS * 1000);
      tally.wait(-1);
    }
  };
  const send = async (batch: Batch, file: string): Promise<void> => {
    while (flying.size >= IN_FLIGHT) await Promise.race(flying);
    await unpaused();
    if (isOver()) return;
    const flight = sendNow(batch, file).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      failure ??= error;
    });
    flying.add(flight);
    void flight.finally(() => flying.delete(flight));
  };

  let batch = openBatch();
  let names = new Set<string>();
  const flush = async (): Promise<void> => {
    if (batch.hands() === 0) return;
    const full = batch;
    const file = names.size === 1 ? ([...names][0] ?? '') : '';
    batch = openBatch();
    names = new Set();
    await send(full, file.slice(0, 500));
  };
  const take = async ({ name }: NamedFile, cuts: ReturnType<HandCutter['feed']>): Promise<void> => {
    for (const cut of cuts) {
      if (isOver()) return;
      if (!cut.ok) {
        tally.own({ file: name, line: cut.line, code: cut.error.code, message: cut.error.message });
        continue;
      }
      names.add(name);
      batch.add(name, cut.line, cut.lines);
      if (batch.length() >= BATCH_CHARS) await flush();
    }
  };
  for (const named of files) {
    if (isOver()) break;
    const cutter = new HandCutter(SITE_FORMATS);
    try {
      for await (const piece of decodedPieces(named.file, tally.bytes)) {
        if (isOver()) break;
        await take(named, cutter.feed(piece));
      }
    } catch {
      tally.own({ file: named.name, line: 1, code: 'unreadable-file', message: handsText.import.unreadableFile });
    }
    if (isOver()) break;
    await take(named, cutter.end());
    tally.fileDone();
  }
  if (!isOver()) await flush();
  await Promise.all(flying);
  tally.tellNow();
  return endOf(failure, signal);
}

function endOf(failure: Failure | null, signal: AbortSignal): ImportEnd {
  if (signal.aborted) return { reason: 'cancelled', error: null };
  return failure === null ? { reason: 'done', error: null } : { reason: 'failed', error: failure.called.error };
}

interface Tally {
  readonly answered: (answer: ImportAnswer, batch: Batch) => void;
  /** An error that was found here. */
  readonly own: (error: ImportError) => void;
  readonly bytes: (count: number) => void;
  readonly fileDone: () => void;
  readonly wait: (by: 1 | -1) => void;
  readonly tellNow: () => void;
}

/** The sums, told every now and then: the page draws no faster. */
function openTally({ tell, now }: Pick<ImportStart, 'tell' | 'now'>): Tally {
  const sums = { filesDone: 0, bytesRead: 0, hands: 0, duplicates: 0, errors: 0 };
  const codes: Record<string, number> = {};
  const unsupported: Record<string, number> = {};
  let rows: ImportError[] = [];
  let rowsTold = 0;
  let waiting = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  const tellNow = (): void => {
    toldAt = now();
    tell({ ...sums, codes: { ...codes }, unsupported: { ...unsupported }, rows, waiting: waiting > 0 });
    rows = [];
  };
  const told = (): void => {
    if (now() - toldAt >= TELL_EVERY_MS) tellNow();
  };
  const own = (error: ImportError): void => {
    sums.errors += 1;
    codes[error.code] = (codes[error.code] ?? 0) + 1;
    if (error.code === 'unsupported-variant') {
      const known = unsupported[error.message];
      if (known !== undefined || Object.keys(unsupported).length < MOST_NAMES) {
        unsupported[error.message] = (known ?? 0) + 1;
      }
    }
    if (rowsTold < MOST_ROWS) {
      rowsTold += 1;
      rows.push(error);
    }
  };
  return {
    own,
    tellNow,
    answered: (answer, batch) => {
      sums.hands += answer.hands;
      sums.duplicates += answer.duplicates;
      for (const error of answer.errors) own(batch.placed(error));
      told();
    },
    bytes: (count) => {
      sums.bytesRead += count;
      told();
    },
    fileDone: () => {
      sums.filesDone += 1;
      told();
    },
    wait: (by) => {
      waiting += by;
      tellNow();
    },
  };
}

/** What no server said. */
export function offline(): Called<never> & { ok: false } {
  return { ok: false, status: 0, retryAfterS: null, error: { ...catalogueError('unavailable'), code: 'offline' } };
}
