// Where bytes are read from, of which there may be more than memory should hold at once.

export interface ByteSource {
  /** Bytes there are. */
  readonly size: number;
  /** Bytes of the reader's own; fewer than asked for are taken for the end. May reject where the system fails. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Bytes that are in memory anyway. */
export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  // A plain array: a Node Buffer's own slice would not copy.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { size: plain.length, read: async (offset, length) => plain.slice(offset, offset + length) };
}

/** All of a stream as one array. */
export async function gathered(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return joined(parts);
}

/** Parts one after the other, as one array. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
