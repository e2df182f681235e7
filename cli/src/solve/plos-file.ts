/** A result file on disk, read in pieces. */
import { type FileHandle, open } from 'node:fs/promises';
import type { SolvedDeal } from '@ploscope/kernel';
import { openPlos, type Plos, type PlosError } from '@ploscope/poker';
import { type Failure, wrongInput } from '../failure.ts';
import { systemReason } from '../system-reason.ts';
import { saySolve } from '../text/en-solve.ts';
import { BrokenFile, sourceOfFile } from './file-source.ts';

export interface OpenResult {
  readonly plos: Plos;
  /** The strategies after some cards, as `Solver.view` asks for them. Rejects with a `BrokenFile`. */
  dealOf(dealt: readonly number[]): Promise<SolvedDeal | null>;
  close(): Promise<void>;
}

export async function openResult(
  path: string,
): Promise<{ readonly ok: true; readonly value: OpenResult } | { readonly ok: false; readonly error: Failure }> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path);
    const plos = await openPlos(await sourceOfFile(handle));
    if (plos.ok) return { ok: true, value: resultOf(plos.value, path, handle) };
    await handle.close();
    return { ok: false, error: plosFailure(path, plos.error) };
  } catch (error) {
    await handle?.close();
    return { ok: false, error: wrongInput(saySolve.unreadable(path, systemReason(error)), saySolve.checkPath) };
  }
}

function resultOf(plos: Plos, path: string, handle: FileHandle): OpenResult {
  const last = Math.max(...plos.deals.map((dealt) => dealt.length));
  const kept = new Map<string, Promise<SolvedDeal | null>>();
  const read = async (dealt: readonly number[]): Promise<SolvedDeal | null> => {
    const deal = await plos.deal(dealt);
    if (!deal.ok) throw new BrokenFile(plosFailure(path, deal.error));
    return deal.value;
  };
  return {
    plos,
    dealOf(dealt) {
      // Those of the last street are many and each is asked for once.
      if (dealt.length > 0 && dealt.length >= last) return read(dealt);
      const key = dealt.join();
      const deal = kept.get(key) ?? read(dealt);
      kept.set(key, deal);
      return deal;
    },
    close: () => handle.close(),
  };
}

function plosFailure(path: string, { message, hint }: PlosError): Failure {
  return wrongInput(saySolve.inField(path, message), hint);
}
