/** `ploscope hands import` and `check`: from paths to what came of them. */
import type { Words } from '../arguments.ts';
import type { Failure } from '../failure.ts';
import { attended } from '../remote/attended.ts';
import { catchInterrupt } from '../solve/interrupt.ts';
import { openTickingLine } from '../terminal/ticking-line.ts';
import { sayHands } from '../text/en-hands.ts';
import { checkFiles } from './check-files.ts';
import { filesOf } from './hand-files.ts';
import { type Imported, importFiles } from './import-files.ts';
import { importJson, importLines } from './import-view.ts';

const STOPPED = 130;

type Left = Failure | number | undefined;

export async function runImportCommand({ words, flags }: Words, isCheck: boolean): Promise<Left> {
  const files = await filesOf(words);
  if (!files.ok) return files.error;
  const imported: Imported = { hands: 0, duplicates: 0, done: 0, file: 0, errors: [] };
  const count = files.value.length;
  const tell = (): void => {
    const lines = flags.has('json') ? [importJson(imported, count)] : importLines(imported, count, isCheck);
    process.stdout.write(`${lines.join('\n')}\n`);
  };
  const line = openTickingLine(() => sayHands.progress(imported.done, imported.file, count, imported.errors.length));
  try {
    const left = isCheck ? await check(files.value, imported) : await send(files.value, imported);
    line.stop();
    // What was done before it ended is told in any case.
    if (left === undefined || imported.done > 0) tell();
    if (left === STOPPED && !isCheck) process.stderr.write(`${sayHands.stopped}\n`);
    return left ?? (imported.errors.length > 0 && imported.hands + imported.duplicates === 0 ? 1 : undefined);
  } finally {
    line.stop();
    // A pipe that stays open must not keep the program.
    if (words.includes('-')) process.stdin.destroy();
  }
}

function send(files: readonly string[], imported: Imported): Promise<Left> {
  const work = async (remote: Parameters<typeof importFiles>[0]): Promise<Left> =>
    (await importFiles(remote, files, imported)) ?? undefined;
  return attended(null, work, { asGuest: true });
}

async function check(files: readonly string[], checked: Imported): Promise<Left> {
  const interrupt = catchInterrupt();
  try {
    await checkFiles(files, checked, interrupt.signal);
    return undefined;
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    return STOPPED;
  } finally {
    interrupt.release();
  }
}
