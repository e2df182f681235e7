// Static memory: one instance per worker, one bump pointer, no garbage collector.
//
// Tables that live as long as the instance are reserved first; a job's own data is reserved behind a mark and
// released with it. Every block starts on 16 bytes (SIMD) and is followed by 16 bytes that may be read, never
// relied on, so that the last vector of a row needs no special case.

let top: usize = (__heap_base + 15) & ~15;

/** Addresses stay below this: 2 GB, where a signed number still names them, unless a host says it can do with more. */
let limit: usize = 0x7fff0000;

/** Lets blocks reach up to 4 GB; addresses are then to be read as unsigned. */
export function useWholeMemory(): void {
  limit = 0xffff0000;
}

/** Reserves `bytes` and returns their address. The content is whatever the last job left there. */
export function reserve(bytes: usize): usize {
  const at = top;
  top = (at + bytes + 16 + 15) & ~15;
  const pages = <i32>((top + 0xffff) >>> 16);
  if (top < at || top > limit) unreachable();
  const have = memory.size();
  if (pages > have) {
    if (memory.grow(pages - have) < 0) unreachable();
  }
  return at;
}

/** Reserves `bytes` of zeros. */
export function reserveZeroed(bytes: usize): usize {
  const at = reserve(bytes);
  memory.fill(at, 0, bytes);
  return at;
}

/** Where the next block would start; give it back to `release` to free everything reserved since. */
export function mark(): usize {
  return top;
}

export function release(at: usize): void {
  top = at;
}
