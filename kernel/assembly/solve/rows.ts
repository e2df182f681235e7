// Four rows of f32 as one of f32x4, side by side, and back.

/** `bytes` of each of four rows go to `to`; a multiple of 16. */
@inline
export function interleave(r0: usize, r1: usize, r2: usize, r3: usize, bytes: usize, to: usize): void {
  for (let h: usize = 0; h < bytes; h += 16) {
    const a = v128.load(r0 + h);
    const b = v128.load(r1 + h);
    const c = v128.load(r2 + h);
    const d = v128.load(r3 + h);
    const ab = i32x4.shuffle(a, b, 0, 4, 1, 5);
    const cd = i32x4.shuffle(c, d, 0, 4, 1, 5);
    const ef = i32x4.shuffle(a, b, 2, 6, 3, 7);
    const gh = i32x4.shuffle(c, d, 2, 6, 3, 7);
    v128.store(to, i64x2.shuffle(ab, cd, 0, 2));
    v128.store(to, i64x2.shuffle(ab, cd, 1, 3), 16);
    v128.store(to, i64x2.shuffle(ef, gh, 0, 2), 32);
    v128.store(to, i64x2.shuffle(ef, gh, 1, 3), 48);
    to += 64;
  }
}

/** The way back; a row at 0 is not wanted. */
@inline
export function part(from: usize, bytes: usize, r0: usize, r1: usize, r2: usize, r3: usize): void {
  for (let h: usize = 0; h < bytes; h += 16) {
    const a = v128.load(from);
    const b = v128.load(from, 16);
    const c = v128.load(from, 32);
    const d = v128.load(from, 48);
    const ab = i32x4.shuffle(a, b, 0, 4, 1, 5);
    const cd = i32x4.shuffle(c, d, 0, 4, 1, 5);
    const ef = i32x4.shuffle(a, b, 2, 6, 3, 7);
    const gh = i32x4.shuffle(c, d, 2, 6, 3, 7);
    if (r0) v128.store(r0 + h, i64x2.shuffle(ab, cd, 0, 2));
    if (r1) v128.store(r1 + h, i64x2.shuffle(ab, cd, 1, 3));
    if (r2) v128.store(r2 + h, i64x2.shuffle(ef, gh, 0, 2));
    if (r3) v128.store(r3 + h, i64x2.shuffle(ef, gh, 1, 3));
    from += 64;
  }
}
