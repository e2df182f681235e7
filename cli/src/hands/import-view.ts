/** What came of an import or a check, for people and for programs. */
import { plainText } from '../terminal/table.ts';
import { sayHands } from '../text/en-hands.ts';
import type { Imported } from './import-files.ts';

/** Errors told to people. */
const MOST_TOLD = 20;

export function importJson({ hands, duplicates, errors }: Imported, files: number): string {
  return JSON.stringify({ files, hands, duplicates, errors });
}

export function importLines(imported: Imported, files: number, isCheck: boolean): string[] {
  const { hands, duplicates, errors } = imported;
  const first = isCheck ? sayHands.checked(hands, files) : sayHands.imported(hands, duplicates, files);
  if (errors.length === 0) return [first];
  const told = errors
    .slice(0, MOST_TOLD)
    .map(({ file, line, code, message }) => `  ${plainText(file)}:${line}  ${code}  ${plainText(message)}`);
  const rest = errors.length - told.length;
  return [first, sayHands.notRead(errors.length), ...told, ...(rest > 0 ? [sayHands.moreErrors(rest)] : [])];
}
