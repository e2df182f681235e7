/**
 * Ends with the npm that runs us.
 *
 * npm runs a script through a shell. Whoever stops npm alone, not by Ctrl-C in a terminal, ends npm and perhaps that
 * shell, but neither passes anything on: the program would live on unseen, and keep its port.
 */
import { readFileSync } from 'node:fs';

const EVERY_MS = 400;

/** @returns {string} our parent, and where the system tells it (Linux), the parent's parent: the shell and npm */
function forebears() {
  try {
    const afterName = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return `${process.ppid} ${afterName.split(' ')[1]}`;
  } catch {
    return String(process.ppid);
  }
}

/** From now on: a SIGTERM to this process when its parents are gone. Does nothing when npm did not start it. */
export function endWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const first = forebears();
  const watch = setInterval(() => {
    if (forebears() === first) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, EVERY_MS);
  watch.unref();
}
