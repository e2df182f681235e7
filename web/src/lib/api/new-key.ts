/** A key for a request that makes something: sent again under the same key, it makes nothing twice. */
export function newKey(): string {
  // Not `randomUUID`, which a page on plain http has not.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
