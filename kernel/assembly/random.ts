// Seeded randomness: xoroshiro128++ (Blackman and Vigna), started from splitmix64, and unbiased bounded integers
// (Lemire's method). The caller gives the seed; nothing here knows the time.

let s0: u64 = 0;
let s1: u64 = 0;

function splitmix(x: u64): u64 {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

/** Starts the stream of one chunk of one seed. */
export function seed(value: u32, chunk: u32): void {
  const x: u64 = ((<u64>value << 32) | chunk) + 0x9e3779b97f4a7c15;
  s0 = splitmix(x);
  s1 = splitmix(x + 0x9e3779b97f4a7c15) | 1;
}

@inline
function next(): u64 {
  const a = s0;
  let b = s1;
  const result = rotl<u64>(a + b, 17) + a;
  b ^= a;
  s0 = rotl<u64>(a, 49) ^ b ^ (b << 21);
  s1 = rotl<u64>(b, 28);
  return result;
}

/** 32 random bits. */
@inline
export function bits32(): u32 {
  return <u32>(next() >> 32);
}

/** An integer 0 … n−1, every one equally likely. */
@inline
export function below(n: u32): u32 {
  let product = <u64>bits32() * <u64>n;
  if (<u32>product < n) {
    const floor: u32 = (0 - n) % n;
    while (<u32>product < floor) product = <u64>bits32() * <u64>n;
  }
  return <u32>(product >> 32);
}
