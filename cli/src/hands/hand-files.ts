/** The files that paths mean: a folder stands for all files below it, `-` for standard input. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, wrongInput } from '../failure.ts';
import { systemReason } from '../system-reason.ts';
import { sayHands } from '../text/en-hands.ts';

export const STDIN = '-';

/** In the order given, a folder's by name; what begins with a point is passed over. Each file once. */
export async function filesOf(
  paths: readonly string[],
): Promise<{ readonly ok: true; readonly value: string[] } | { readonly ok: false; readonly error: Failure }> {
  const files = new Set<string>();
  for (const path of paths) {
    try {
      if (path !== STDIN && (await stat(path)).isDirectory()) await addFolder(path, files);
      else files.add(path);
    } catch (error) {
      return { ok: false, error: wrongInput(sayHands.unreadable(path, systemReason(error))) };
    }
  }
  return { ok: true, value: [...files] };
}

async function addFolder(folder: string, files: Set<string>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await addFolder(path, files);
    else if (entry.isFile()) files.add(path);
  }
}
