// One solve over several processes: what comes out is what one process makes, whatever happens to a host on the way.

import type { ByteSource, SolveJob, SolveStop } from '@ploscope/kernel';
import { gathered, sourceOfBytes } from '@ploscope/kernel';
import { openNodeSolver } from '@ploscope/kernel/host/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  bundledHost,
  exampleJob,
  type HostProcess,
  type HostProgram,
  outcomeOf,
  TOKEN,
} from '../../testing/shard-hosts.ts';
import { type CheckpointStore, runOverShards, ShardHosts, ShardLost } from './index.ts';

const TURN = exampleJob('turn');
const after = (iterations: number): SolveStop => ({ exploitability: 0, iterations, timeMs: Infinity });

let program: HostProgram;
const opened: ShardHosts[] = [];
beforeAll(async () => {
  program = await bundledHost();
});
afterEach(() => {
  for (const hosts of opened.splice(0)) hosts.close();
});
afterAll(() => program.remove());

function hostsAt(...processes: readonly HostProcess[]): ShardHosts {
  const hosts = new ShardHosts({ addresses: processes.map(({ address }) => address), token: TOKEN });
  opened.push(hosts);
  return hosts;
}

class Kept implements CheckpointStore {
  writes = 0;
  /** What happens once there is one. */
  onFirst: () => void = () => undefined;
  readonly reads: number[] = [];
  #last: Uint8Array | null = null;

  async read(): Promise<ByteSource | null> {
    this.reads.push(this.writes);
    return this.#last && sourceOfBytes(this.#last);
  }

  async write(parts: AsyncIterable<Uint8Array>): Promise<void> {
    this.#last = await gathered(parts);
    this.writes++;
    if (this.writes === 1) this.onFirst();
  }
}

async function undisturbed(job: SolveJob, iterations: number) {
  const solver = await openNodeSolver({ threads: 1 });
  try {
    const answer = await solver.open(job);
    if (!answer.ok) throw new Error(answer.error.message);
    await answer.value.run(after(iterations));
    return await outcomeOf(answer.value);
  } finally {
    await solver.close();
  }
}

const run = { saveEveryMs: 200, finish: outcomeOf, threads: 1 };

test('a solve over three processes is the solve of one, to the last bit', async () => {
  const hosts = hostsAt(...(await Promise.all([program.start(1), program.start(1)])));
  const end = await runOverShards({ ...run, job: TURN, stop: after(8), hosts, checkpoints: new Kept() });
  const alone = await undisturbed(TURN, 8);
  if (end.kind !== 'finished') throw new Error(end.kind);
  expect([alone.shards, end.value.shards]).toEqual([1, 3]);
  expect(end.value.figures).toEqual(alone.figures);
  expect(end.value.stored.equals(alone.stored)).toBe(true);
});

test('a host killed in mid-solve: it goes on from the last checkpoint on the others and ends the same', async () => {
  const [first, second] = await Promise.all([program.start(1), program.start(1)]);
  const checkpoints = new Kept();
  checkpoints.onFirst = () => second.child.kill('SIGKILL');
  const lost: ShardLost[] = [];
  const end = await runOverShards({
    ...run,
    job: TURN,
    stop: after(20),
    saveEveryMs: 20,
    hosts: hostsAt(first, second),
    checkpoints,
    onLost: (loss) => lost.push(loss),
  });
  const alone = await undisturbed(TURN, 20);
  if (end.kind !== 'finished') throw new Error(end.kind);
  expect(lost).toMatchObject([{ address: second.address, reason: 'gone' }]);
  expect(checkpoints.reads).toHaveLength(2);
  expect(checkpoints.reads[1]).toBeGreaterThanOrEqual(1);
  expect(end.value.shards).toBe(2);
  expect(end.value.figures).toEqual(alone.figures);
  expect(end.value.stored.equals(alone.stored)).toBe(true);
});

test('the last host killed, and no thread here: the loss is thrown', async () => {
  const only = await program.start(2);
  const checkpoints = new Kept();
  checkpoints.onFirst = () => only.child.kill('SIGKILL');
  const solving = runOverShards({
    ...run,
    job: TURN,
    stop: after(1e6),
    threads: 0,
    hosts: hostsAt(only),
    checkpoints,
  });
  await expect(solving).rejects.toThrow(ShardLost);
});

test('a host with another kernel gives no worker', async () => {
  const other = program.altered();
  try {
    const odd = await other.start(1);
    const { spawns, lost } = await hostsAt(odd).offered();
    expect(spawns).toEqual([]);
    expect(lost).toMatchObject([{ address: odd.address, reason: 'other-kernel' }]);
  } finally {
    other.remove();
  }
});

test('a run told to stop ends with a checkpoint from which it goes on', async () => {
  const host = await program.start(1);
  const checkpoints = new Kept();
  const stop = new AbortController();
  let seen = 0;
  const onProgress = ({ iterations }: { iterations: number }) => {
    seen = iterations;
    stop.abort();
  };
  const common = { ...run, job: TURN, checkpoints, saveEveryMs: 60_000 };
  const endless = { ...common, stop: after(1e6), signal: stop.signal, onProgress };
  const first = await runOverShards({ ...endless, hosts: hostsAt(host) });
  expect([first.kind, checkpoints.writes]).toEqual(['stopped', 1]);
  const to = seen + 3;
  const second = await runOverShards({ ...common, stop: after(to), hosts: hostsAt(host) });
  if (second.kind !== 'finished') throw new Error(second.kind);
  expect(second.value.stored.equals((await undisturbed(TURN, to)).stored)).toBe(true);
});
