/** The file of a solve, fetched whole or not at all; begun again where the connection breaks. */
import { ROUTES } from '@ploscope/contracts';
import type { Failure } from '../failure.ts';
import { type NewFile, openNewFile } from '../solve/new-file.ts';
import { systemReason } from '../system-reason.ts';
import { formatBytes } from '../terminal/numbers.ts';
import { openTickingLine } from '../terminal/ticking-line.ts';
import { sayRemote } from '../text/en-remote.ts';
import { saySolve } from '../text/en-solve.ts';
import type { Remote } from './connect.ts';
import { isLoss, OutOfReach, reasonOf } from './reach.ts';
import { wireFailure } from './wire-failure.ts';

/** How often a file is begun again. */
const MOST_TRIES = 5;

/** Where a file goes; it may be begun again. */
export interface Landing {
  begin(): Promise<void>;
  write(bytes: Uint8Array): Promise<void>;
}

/** Null when it is all there. `size` is what the job says. */
export async function fetchResult(remote: Remote, id: string, size: number, landing: Landing): Promise<Failure | null> {
  const { server, client, reach, signal, tell } = remote;
  let got = 0;
  const line = openTickingLine(() => sayRemote.downloading(formatBytes(got), formatBytes(size)));
  try {
    for (let tries = 1; ; tries++) {
      // The connection is timed until the answer begins only: a file may take its time.
      const answered = await reach.hold(() => client.file(ROUTES.solveFile, { params: { id }, signal }));
      if (!answered.ok) return wireFailure(answered.error, server);
      await landing.begin();
      got = 0;
      try {
        for await (const bytes of answered.value.body ?? []) {
          got += bytes.length;
          await landing.write(bytes);
        }
      } catch (error) {
        signal.throwIfAborted();
        if (!isLoss(error)) throw error;
        if (tries === MOST_TRIES) throw new OutOfReach(sayRemote.lostWhile(server), true);
        tell(sayRemote.lost(server, reasonOf(error)));
        continue;
      }
      if (got === size) return null;
      const message = sayRemote.wrongSize(formatBytes(got), formatBytes(size));
      return { exitCode: 1, message, hint: sayRemote.fetchAgain(id), place: null };
    }
  } finally {
    line.stop();
  }
}

/** The same into a file, which was opened before so that a wrong folder is told early. */
export interface Target extends Landing {
  readonly path: string;
  commit(): Promise<void>;
  discard(): Promise<void>;
}

export async function openTarget(
  path: string,
): Promise<{ readonly ok: true; readonly value: Target } | { readonly ok: false; readonly error: Failure }> {
  let file: NewFile;
  try {
    file = await openNewFile(path);
  } catch (error) {
    return { ok: false, error: unwritable(path, error, 2) };
  }
  let isFresh = true;
  return {
    ok: true,
    value: {
      path,
      async begin() {
        if (!isFresh) {
          await file.discard();
          file = await openNewFile(path);
        }
        isFresh = false;
      },
      write: (bytes) => file.write(bytes),
      commit: () => file.commit(),
      discard: () => file.discard(),
    },
  };
}

export function unwritable(path: string, error: unknown, exitCode: 1 | 2 = 1): Failure {
  return {
    exitCode,
    message: saySolve.unwritable(path, systemReason(error)),
    hint: saySolve.otherFile,
    place: null,
  };
}
