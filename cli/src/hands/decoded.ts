/**
 * The text of a file as it is read. UTF-16 is told by its first two bytes; what turns out not to be UTF-8 is read as the
 * Windows of Western Europe writes it.
 */
import { TextDecoder } from 'node:util';

export async function* decoded(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const bytes of source) {
    decoder ??= decoderFor(bytes);
    try {
      yield decoder.decode(bytes, { stream: true });
    } catch {
      decoder = new TextDecoder('windows-1252');
      yield decoder.decode(bytes, { stream: true });
    }
  }
  try {
    const rest = decoder?.decode() ?? '';
    if (rest !== '') yield rest;
  } catch {
    // Half a character at the end of a file that was cut.
    yield '\ufffd';
  }
}

function decoderFor([first, second]: Uint8Array): TextDecoder {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8', { fatal: true });
}
