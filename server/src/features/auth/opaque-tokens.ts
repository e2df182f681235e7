/**
 * Tokens that mean nothing in themselves: 256 random bits, of which only the SHA-256 is stored. Nobody can go through
 * 2^256 of them, so a slow hash would add nothing.
 */
import { createHash, randomBytes } from 'node:crypto';

/** 32 bytes in base64url. */
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

export function makeOpaqueToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Of the text, not of the bytes it stands for: base64 has several texts for the same bytes, and one is ours. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function isOpaqueToken(text: string): boolean {
  return SHAPE.test(text);
}

/** The bytes of the one text that stands for them; null for any other text. */
export function readBase64Url(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}
