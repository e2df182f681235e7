/**
 * Files that a player gives: dropped, with folders in which they lie however deep, or chosen. Folders are read piece by
 * piece, so that the page goes on drawing.
 */
import type { NamedFile } from './work/protocol.ts';

/** What trackers and sites leave beside their histories: passed over in folders, and told as unknown where it is given by itself. */
const NO_TEXT = /\.(?:png|jpe?g|gif|zip|rar|7z|exe|dll|pdf|mp4|db|sqlite|lnk|ini)$/i;
const MOST_FILES = 200_000;

export async function droppedFiles(data: DataTransfer): Promise<readonly NamedFile[]> {
  // The list is empty once the event is over: entries are taken at once.
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  const found: NamedFile[] = [];
  const entries: FileSystemEntry[] = [];
  for (const item of items) {
    const entry = item.webkitGetAsEntry();
    // What another program drags is a file without a place.
    const file = entry === null ? item.getAsFile() : null;
    if (entry !== null) entries.push(entry);
    else if (file !== null) found.push({ name: file.name, file });
  }
  for (const entry of entries) await walk(entry, found, true);
  return inOrder(found);
}

export function chosenFiles(files: FileList): readonly NamedFile[] {
  const given = [...files].filter((file) => file.webkitRelativePath === '' || isHistory(file.webkitRelativePath));
  return inOrder(given.map((file) => ({ name: file.webkitRelativePath || file.name, file })));
}

export function pastedFile(text: string, name: string): NamedFile {
  return { name, file: new Blob([text], { type: 'text/plain' }) };
}

async function walk(entry: FileSystemEntry, found: NamedFile[], isGiven = false): Promise<void> {
  const name = entry.fullPath.replace(/^\//, '');
  if (found.length >= MOST_FILES) return;
  if (entry.isFile) {
    if (!isGiven && !isHistory(name)) return;
    const file = await new Promise<File | null>((resolve) =>
      (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
    );
    if (file !== null) found.push({ name, file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A folder gives some hundred at a time, until it gives none.
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return;
    for (const one of some) await walk(one, found);
  }
}

function isHistory(name: string): boolean {
  const last = name.split('/').at(-1) ?? '';
  return !NO_TEXT.test(last) && !last.startsWith('.');
}

function inOrder(files: readonly NamedFile[]): readonly NamedFile[] {
  return [...files].sort((one, other) => (one.name < other.name ? -1 : 1));
}
