/**
 * Cleans up after this process however it ends, a kill -9 included.
 *
 * A shell waits for the end of its input, which only we hold, and then runs the last line we sent it. It is in a process
 * group of its own, so that the Ctrl-C of a terminal ends us and not it. POSIX only.
 */
import { spawn } from 'node:child_process';

const WAIT_THEN_RUN = 'last=; while IFS= read -r line; do last=$line; done; eval "$last"';

/**
 * @typedef {object} AfterUs
 * @property {(command: string) => void} set what is to be done, in the place of what was set before
 * @property {() => Promise<void>} now does it, and resolves when it is done
 */

/** @returns {AfterUs} */
export function afterUs() {
  const shell = spawn('/bin/sh', ['-c', WAIT_THEN_RUN], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  const done = new Promise((resolve) => {
    shell.once('close', resolve);
    shell.once('error', resolve);
  });
  // The shell is gone before us only when somebody ended it: then nobody reads, and that is no reason to crash.
  shell.stdin.on('error', () => {});
  shell.unref();
  return {
    set: (command) => {
      shell.stdin.write(`${command}\n`);
    },
    now: async () => {
      shell.ref();
      shell.stdin.end();
      await done;
    },
  };
}
