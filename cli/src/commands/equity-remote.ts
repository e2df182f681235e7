/** `ploscope equity --remote`: the same question, computed by the server this machine is signed in to. */
import { randomUUID } from 'node:crypto';
import { type EquityRequest, ROUTES } from '@ploscope/contracts';
import { spotOfRequest } from '@ploscope/contracts/options';
import { parseSpot, type Spot } from '@ploscope/poker';
import type { Words } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { showHints } from '../range-hints.ts';
import { attended } from '../remote/attended.ts';
import type { Remote } from '../remote/connect.ts';
import { showEquity } from '../remote/show-equity.ts';
import { jobFailure, watchJob } from '../remote/watch-job.ts';
import { wireFailure } from '../remote/wire-failure.ts';
import { spotFailure } from '../spot-failure.ts';
import { outputOf } from '../terminal/output.ts';
import { sayRemote } from '../text/en-remote.ts';

export async function runEquityRemote(
  request: EquityRequest,
  { values, flags }: Words,
): Promise<Failure | number | undefined> {
  for (const name of ['threads', 'batch'] as const) {
    if (values.has(name)) return wrongInput(sayRemote.localEquityOnly(`--${name}`), sayRemote.leaveOut(`--${name}`));
  }
  const spot = parseSpot(spotOfRequest(request));
  if (!spot.ok) return spotFailure(spot.error, { ...request, board2: request.board2 ?? undefined });
  showHints(spot.value, outputOf(process.stderr, process.env));
  const submission = { body: request, idempotencyKey: randomUUID() };
  const known: { id: string | null } = { id: null };
  return attended(
    async (remote) => {
      const { client, reach, server } = remote;
      const made = await reach.hold((signal) => client.call(ROUTES.submitEquity, { ...submission, signal }));
      if (!made.ok) return wireFailure(made.error, server, request);
      known.id = made.value.id;
      if (flags.has('detach')) {
        process.stdout.write(`${flags.has('json') ? JSON.stringify(made.value) : made.value.id}\n`);
        return undefined;
      }
      return await follow(remote, made.value.id, spot.value, flags.has('json'));
    },
    () => (known.id === null ? [sayRemote.maybeSubmitted] : [sayRemote.goesOn(known.id), sayRemote.toCancel(known.id)]),
    () => (known.id === null ? null : sayRemote.goesOnHint(known.id)),
  );
}

async function follow(remote: Remote, id: string, spot: Spot, json: boolean): Promise<Failure | undefined> {
  const job = await watchJob(remote, id, 'equity');
  if (!job.ok) return job.error;
  const failed = jobFailure(job.value, remote.server, spot);
  if (failed !== null || job.value.kind !== 'equity') return failed ?? undefined;
  showEquity(job.value, spot, json);
  return undefined;
}
