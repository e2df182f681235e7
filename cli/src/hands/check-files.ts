/** Reads and replays the hands of files here, and keeps nothing: what an import would say of them. */
import type { ImportError } from '@ploscope/contracts';
import { replay } from '@ploscope/poker';
import { cutFiles, type Found } from './cut-files.ts';
import type { Imported } from './import-files.ts';

/** Hands between two looks at whether the player wants no more. */
const AT_ONCE = 200;

export async function checkFiles(files: readonly string[], checked: Imported, signal: AbortSignal): Promise<void> {
  const onFile = (number: number): void => {
    checked.file = number;
  };
  for await (const { file, cut } of cutFiles(files, onFile)) {
    const wrong = mistakeIn(cut);
    if (wrong === null) checked.hands += 1;
    else checked.errors.push({ file, ...wrong });
    checked.done += 1;
    if (checked.done % AT_ONCE !== 0) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  }
}

function mistakeIn(cut: Found['cut']): Omit<ImportError, 'file'> | null {
  if (!cut.ok) return { line: cut.line, code: cut.error.code, message: cut.error.message };
  const hand = cut.format.parse(cut.lines);
  const played = hand.ok ? replay(hand.value) : hand;
  if (played.ok) return null;
  const { line, code, message } = played.error;
  return { line: cut.line + line, code, message };
}
