/** What a solve takes, and what would make it fit where it does not. */
import type { SolveEstimate, Storage } from '@ploscope/kernel';
import { formatBytes } from '../terminal/numbers.ts';
import { saySolve } from '../text/en-solve.ts';

/** Bits a stored number has. */
export const BITS: Readonly<Record<Storage, 16 | 32>> = { f32: 32, i16: 16 };

/** `f32` or `i16` where it was asked for, else what there is to choose from. */
function storagesOf(storage: Storage | 'auto'): readonly Storage[] {
  return storage === 'auto' ? ['f32', 'i16'] : [storage];
}

/** Each would be enough alone; the mildest first. */
export function waysToFit({ bytes }: SolveEstimate, storage: Storage | 'auto', maxBytes: number): string[] {
  const least = storagesOf(storage).reduce((a, b) => (bytes[b] < bytes[a] ? b : a));
  return [
    ...(least === 'f32' && bytes.i16 <= maxBytes ? [saySolve.fit.narrow(formatBytes(bytes.i16))] : []),
    saySolve.fit.memory(memoryOption(bytes[least]), BITS[least]),
    saySolve.fit.smaller(formatShare(maxBytes / bytes[least])),
  ];
}

/** A value of `--max-memory` that is enough for so many bytes. */
function memoryOption(bytes: number): string {
  const megabytes = Math.ceil(bytes / 1024 ** 2);
  return megabytes < 1000 ? `${megabytes}m` : `${Math.ceil((megabytes / 1024) * 10) / 10}g`;
}

/** Rounded down, so that it is enough. */
function formatShare(share: number): string {
  const percent = share * 100;
  return percent >= 1 ? `${Math.floor(percent)}%` : `${Number(percent.toPrecision(1))}%`;
}
