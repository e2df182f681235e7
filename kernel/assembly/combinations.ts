// Binomials as tables, and the colexicographic index of a set of cards.
//
// A set a<b<c<… has index C(a,1)+C(b,2)+C(c,3)+…: dense, independent of the deck's size, and contiguous in the
// lowest card. `C[j]` below is the row of C(n, j) for n = 0…63.

import { reserveZeroed } from './memory';

/** u32 C2[n] = C(n,2) … C5[n] = C(n,5), n = 0…63. */
export const C2: usize = reserveZeroed(64 * 4);
export const C3: usize = reserveZeroed(64 * 4);
export const C4: usize = reserveZeroed(64 * 4);
export const C5: usize = reserveZeroed(64 * 4);

for (let n: u32 = 1; n < 64; n++) {
  const p: usize = <usize>(n - 1) << 2;
  const q: usize = <usize>n << 2;
  store<u32>(C2 + q, load<u32>(C2 + p) + n - 1);
  store<u32>(C3 + q, load<u32>(C3 + p) + load<u32>(C2 + p));
  store<u32>(C4 + q, load<u32>(C4 + p) + load<u32>(C3 + p));
  store<u32>(C5 + q, load<u32>(C5 + p) + load<u32>(C4 + p));
}

@inline
export function c2(n: u32): u32 {
  return load<u32>(C2 + (<usize>n << 2));
}
@inline
export function c3(n: u32): u32 {
  return load<u32>(C3 + (<usize>n << 2));
}
@inline
export function c4(n: u32): u32 {
  return load<u32>(C4 + (<usize>n << 2));
}
@inline
export function c5(n: u32): u32 {
  return load<u32>(C5 + (<usize>n << 2));
}
