/** `ploscope equity --remote`: the same question, computed by the server this machine is signed in to. */
import { randomUUID } from 'node:crypto';
import { type EquityRequest, ROUTES } from '@ploscope/contracts';
import { spotOfRequest } from '@ploscope/contracts/options';
import { parseSpot } from '@ploscope/poker';
import type { Words } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { showHints } from '../range-hints.ts';
import { type Awaited, attended } from '../remote/attended.ts';
import { showEquity } from '../remote/show-equity.ts';
import { tellDetached } from '../remote/tell-detached.ts';
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
  const awaited: Awaited = { id: null, isOver: false };
  return attended(awaited, async (remote) => {
    const { client, reach, server } = remote;
    const made = await reach.hold((signal) => client.call(ROUTES.submitEquity, { ...submission, signal }));
    if (!made.ok) return wireFailure(made.error, server, request);
    const { id } = made.value;
    awaited.id = id;
    if (flags.has('detach')) return tellDetached(id, flags.has('json'));
    process.stderr.write(`${sayRemote.submitted(id)}\n`);
    const job = await watchJob(remote, id, 'equity');
    if (!job.ok) return job.error;
    const failed = jobFailure(job.value, server, request);
    if (failed !== null || job.value.kind !== 'equity') return failed ?? undefined;
    showEquity(job.value, spot.value, flags.has('json'));
    return undefined;
  });
}
