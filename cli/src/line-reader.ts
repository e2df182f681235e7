/** Lines of a stream, one at a time, with a limit on their length, so that no input can fill the memory. */

const NEW_LINE = 0x0a;

/** What editors on Windows put before a text. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * Yields each line without its end; null in place of a line of more than `maxBytes`. A last line needs no end, and a
 * byte order mark before the first is left out.
 */
export async function* readLines(source: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<string | null> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let first = true;
  const take = (): string | null => {
    const text = length > maxBytes ? null : Buffer.concat(parts).toString('utf8').replace(/\r$/, '');
    const line = first ? (text?.replace(BYTE_ORDER_MARK, '') ?? null) : text;
    first = false;
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of source) {
    let from = 0;
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, from)) {
      length += end - from;
      if (length <= maxBytes) parts.push(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    length += chunk.length - from;
    if (length <= maxBytes) parts.push(chunk.subarray(from));
  }
  if (length > 0) yield take();
}
