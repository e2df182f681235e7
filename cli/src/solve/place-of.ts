/** Whether two paths name one file. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** A path without the many ways to write it. */
export function placeOf(path: string): string {
  const whole = resolve(path);
  try {
    return join(realpathSync(dirname(whole)), basename(whole));
  } catch {
    // There is no such folder, which is told when the file is opened.
    return whole;
  }
}
