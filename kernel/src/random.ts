// Seeded numbers for what is sampled outside the WASM: mulberry32, one stream a chunk.

/** Numbers from 0 up to 1, the same for the same seed and chunk. */
export function seededRandom(seed: number, chunk: number): () => number {
  let state = (seed ^ Math.imul(chunk + 1, 0x9e3779b1)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
