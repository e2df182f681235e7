/**
 * Deflate without a header (RFC 1951), by the compression streams that browsers and Node have.
 *
 * This room has the types of neither, so the few that are needed stand here.
 */

interface Through {
  readonly readable: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> };
  };
  readonly writable: { getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> } };
}

type ThroughMaker = new (format: 'deflate-raw') => Through;

const { CompressionStream, DecompressionStream } = globalThis as unknown as {
  readonly CompressionStream: ThroughMaker;
  readonly DecompressionStream: ThroughMaker;
};

/** At most how many bytes deflate can make of one. */
const MOST_FROM_ONE = 1032;

export const deflate = async (bytes: Uint8Array): Promise<Uint8Array> =>
  (await passThrough(new CompressionStream('deflate-raw'), bytes, Number.POSITIVE_INFINITY))!;

/** Null where the bytes are not the deflated form of exactly `length` bytes. Never makes more than those. */
export const inflate = async (bytes: Uint8Array, length: number): Promise<Uint8Array | null> => {
  if (length > bytes.length * MOST_FROM_ONE) return null;
  const whole = await passThrough(new DecompressionStream('deflate-raw'), bytes, length).catch(() => null);
  return whole?.length === length ? whole : null;
};

/** What comes out at the other end; null once it is more than `most` bytes. */
const passThrough = async (through: Through, bytes: Uint8Array, most: number): Promise<Uint8Array | null> => {
  const writer = through.writable.getWriter();
  const written = Promise.all([writer.write(bytes), writer.close()]);
  // What goes wrong here comes out at the reader too.
  written.catch(() => undefined);
  const reader = through.readable.getReader();
  const parts: Uint8Array[] = [];
  let total = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const value = part.value!;
    total += value.length;
    if (total > most) {
      reader.cancel().catch(() => undefined);
      return null;
    }
    parts.push(value);
  }
  return join(parts, total);
};

const join = (parts: readonly Uint8Array[], total: number): Uint8Array => {
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
