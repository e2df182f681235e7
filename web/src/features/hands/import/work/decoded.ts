/** The text of a file as it is read, piece by piece. Some clients write UTF-16, which its first two bytes tell. */

export async function* decodedPieces(file: Blob, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const reader = file.stream().getReader();
  let decoder: TextDecoder | null = null;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const bytes: Uint8Array = read.value;
      decoder ??= new TextDecoder(encodingOf(bytes));
      onBytes(bytes.length);
      yield decoder.decode(bytes, { stream: true });
    }
    const rest = decoder?.decode() ?? '';
    if (rest !== '') yield rest;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
