/** `ploscope solve --remote`: the same spot and options, computed by the server this machine is signed in to. */
import { randomUUID } from 'node:crypto';
import { ROUTES } from '@ploscope/contracts';
import type { Words } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { showHintsOf } from '../range-hints.ts';
import { type Awaited, attended } from '../remote/attended.ts';
import { openTarget } from '../remote/fetch-result.ts';
import { showSolve } from '../remote/show-solve.ts';
import { solveDocument } from '../remote/solve-document.ts';
import { tellDetached } from '../remote/tell-detached.ts';
import { jobFailure, watchJob } from '../remote/watch-job.ts';
import { wireFailure } from '../remote/wire-failure.ts';
import { placeOf } from '../solve/place-of.ts';
import type { SolveSettings } from '../solve/solve-settings.ts';
import { readSpotDocument } from '../solve/spot-document.ts';
import { outputOf } from '../terminal/output.ts';
import { sayRemote } from '../text/en-remote.ts';
import { saySolve } from '../text/en-solve.ts';

const LOCAL_ONLY = ['threads', 'max-memory', 'checkpoint'] as const;

/** `settings` are read and checked already. */
export async function runSolveRemote(
  file: string,
  words: Words,
  settings: SolveSettings,
): Promise<Failure | number | undefined> {
  for (const name of LOCAL_ONLY) {
    if (!words.values.has(name)) continue;
    return wrongInput(sayRemote.localOnly(`--${name}`), sayRemote.leaveOut(`--${name}`));
  }
  const { out } = settings;
  const detach = words.flags.has('detach');
  if (detach && out !== undefined) return wrongInput(sayRemote.detachWithOut, sayRemote.fetchLater);
  const document = await readSpotDocument(file);
  if (!document.ok) return document.error;
  if (out !== undefined && file !== '-' && placeOf(out) === placeOf(file)) {
    return wrongInput(saySolve.overSpot, saySolve.otherFile);
  }
  const { spot } = document.value;
  const errors = outputOf(process.stderr, process.env);
  for (const { range } of [spot.oop, spot.ip]) showHintsOf(range, spot.game, errors);

  const target = out === undefined ? null : await openTarget(out);
  if (target?.ok === false) return target.error;
  const submission = { body: solveDocument(document.value, settings), idempotencyKey: randomUUID() };
  const awaited: Awaited = { id: null, isOver: false };
  try {
    return await attended(awaited, async (remote) => {
      const { client, reach, server } = remote;
      // The key is the same however often it is sent, so that a lost answer does not make a second job.
      const made = await reach.hold((signal) => client.call(ROUTES.submitSolve, { ...submission, signal }));
      if (!made.ok) return wireFailure(made.error, server, submission.body);
      const { id } = made.value;
      awaited.id = id;
      if (detach) return tellDetached(id, settings.json);
      process.stderr.write(`${sayRemote.submitted(id)}\n`);
      const job = await watchJob(remote, id, 'solve');
      if (!job.ok) return job.error;
      const failed = jobFailure(job.value, server, submission.body);
      if (failed !== null || job.value.kind !== 'solve') return failed ?? undefined;
      awaited.isOver = true;
      return await showSolve(remote, job.value, { target: target?.value ?? null, json: settings.json });
    });
  } finally {
    await target?.value.discard();
  }
}
