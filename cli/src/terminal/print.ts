/** Writing to standard output no faster than it is read. */

/** Texts that are written together, in characters. */
const CHUNK = 65_536;

/** Resolves when the text has left this process, so that no more is made than is read. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** Writes texts as they are made. */
export async function printAll(texts: Iterable<string>): Promise<void> {
  let waiting = '';
  for (const text of texts) {
    waiting += text;
    if (waiting.length < CHUNK) continue;
    await print(waiting);
    waiting = '';
  }
  if (waiting !== '') await print(waiting);
}
