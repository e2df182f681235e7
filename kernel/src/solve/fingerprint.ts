// A number that tells jobs apart: of all that a solve's course depends on.

import type { SolveJob, SolveMethod } from './job.ts';

/** Raised when visits, bundles, buckets, discounts or what a checkpoint's sections hold change: old ones then fit no more. */
const COURSE = 2;

/** 16 hexadecimal digits: two FNV-1a hashes of 32 bits over the job's numbers. */
export function fingerprint(job: SolveJob, method: SolveMethod): string {
  const hash = new Hash();
  hash.text(`${job.game} ${job.pot}`);
  if (method === 'bucketed') hash.text(`bucketed ${COURSE} ${job.buckets}`);
  for (const board of job.boards) hash.bytes(board);
  for (const { cards, weights } of job.players) {
    hash.bytes(cards);
    hash.bytes(weights ?? new Uint8Array());
  }
  for (const { entries, kinds, players, first, counts, payoffs } of job.streets) {
    for (const part of [entries, kinds, players, first, counts, payoffs]) hash.bytes(part);
  }
  for (const { street, node, dealt, shares } of job.locks) {
    hash.text(`${street} ${node} ${dealt.join(' ')}`);
    hash.bytes(shares);
  }
  return hash.digits();
}

/** 32 bits that a block of bytes hashes to. */
export function checksum(bytes: Uint8Array): number {
  if (bytes.byteOffset % 4 !== 0) return checksum(new Uint8Array(bytes));
  let hash = 0x811c9dc5;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words[i]!, 0x01000193);
  for (let i = words.length * 4; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}

class Hash {
  private a = 0x811c9dc5;
  private b = 0x2f0b4c47;

  bytes(values: ArrayBufferView): void {
    this.text(`${values.byteLength}`);
    for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength)) this.add(byte);
  }

  text(text: string): void {
    for (let i = 0; i < text.length; i++) this.add(text.charCodeAt(i));
    this.add(0);
  }

  private add(byte: number): void {
    this.a = Math.imul(this.a ^ byte, 0x01000193);
    this.b = Math.imul(this.b ^ byte, 0x85ebca6b) ^ (this.b >>> 13);
  }

  digits(): string {
    return [this.a, this.b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }
}
