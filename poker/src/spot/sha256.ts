/**
 * SHA-256 (FIPS 180-4) in plain TypeScript.
 *
 * `crypto.subtle` would do it, but a browser only has it on https and localhost, and a spot opened from another machine
 * of the house must have the same id.
 */

/** First 32 bits of the fractional parts of the roots of the first primes. */
const fractions = (count: number, power: number): Uint32Array => {
  const words: number[] = [];
  for (let n = 2; words.length < count; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (prime) words.push((n ** power % 1) * 0x100000000);
  }
  return Uint32Array.from(words, Math.floor);
};

const K = fractions(64, 1 / 3);
const START = fractions(8, 1 / 2);

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** UTF-8; a lone surrogate becomes U+FFFD. */
const utf8 = (text: string): number[] => {
  const bytes: number[] = [];
  for (const letter of text) {
    const raw = letter.codePointAt(0) ?? 0;
    const code = raw >= 0xd800 && raw < 0xe000 ? 0xfffd : raw;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
};

/** The digest of a text's UTF-8 bytes, 64 hexadecimal digits. */
export const sha256Hex = (text: string): string => {
  const message = utf8(text);
  const bits = message.length * 8;
  message.push(0x80);
  while (message.length % 64 !== 56) message.push(0);
  for (let shift = 56; shift >= 0; shift -= 8) message.push(Math.floor(bits / 2 ** shift) & 255);
  const hash = Uint32Array.from(START);
  for (let at = 0; at < message.length; at += 64) addBlock(hash, message, at);
  return [...hash].map((word) => word.toString(16).padStart(8, '0')).join('');
};

const addBlock = (hash: Uint32Array, message: readonly number[], at: number): void => {
  const w = new Uint32Array(64);
  for (let i = 0; i < 16; i++) {
    for (let j = 0; j < 4; j++) w[i] = ((w[i] ?? 0) << 8) | (message[at + i * 4 + j] ?? 0);
  }
  for (let i = 16; i < 64; i++) {
    const low = w[i - 15] ?? 0;
    const high = w[i - 2] ?? 0;
    const s0 = rotate(low, 7) ^ rotate(low, 18) ^ (low >>> 3);
    const s1 = rotate(high, 17) ^ rotate(high, 19) ^ (high >>> 10);
    w[i] = (w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] ?? 0) + (w[i] ?? 0)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    hash[i] = (hash[i] ?? 0) + word;
  });
};
