/** A solve whose worker is killed again and again ends with the same strategies as one that nobody disturbed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { at } from '../../tools/paths.mjs';
import { printFigures, scaled, seconds } from './figures.ts';
import { type Installation, install } from './installation.ts';
import { ask, fieldOf, type Player, register } from './player.ts';
import { createRandom, type Random } from './random.ts';

const KILLS = 10;
/** Of the example turn; each some tens of milliseconds. */
const ITERATIONS_A_KILL = 50;
/** From the first sign of an attempt's progress to the kill, in milliseconds. */
const KILL_AFTER_MS = [0, 1500] as const;
/** So late that it hangs, on however busy a machine. */
const LIMIT_MS = 900_000;

/** As much of a job's as is looked at. */
interface Progress {
  readonly iterations: number | null;
}

test('a solve whose worker is killed ends like an undisturbed one', async () => {
  const random = createRandom();
  const kills = scaled(KILLS);
  console.log(`soak solve: SOAK_SEED=${random.seed}`);
  const settings = { WORKER_EQUITIES: '0', SOLVE_SAVE_SECONDS: '1' };
  const product = await install({ settings });
  try {
    const player = await register(product.baseUrl);
    const spot = JSON.parse(readFileSync(at('docs/examples/turn.json'), 'utf8')) as object;
    const body = { ...spot, options: { iterations: ITERATIONS_A_KILL * (kills + 1) } };
    const begun = performance.now();
    // Beside each other: a worker computes one solve at a time, and only that of the first is killed.
    const disturbed = await submit(product.baseUrl, player, body);
    const left = await submit(product.baseUrl, player, body);
    const killed = await killItsWorkers(product, player, disturbed, kills, random);
    const file = await resultOf(product.baseUrl, player, disturbed);
    const took = performance.now() - begun;
    const undisturbed = await resultOf(product.baseUrl, player, left);
    const same = Buffer.compare(strategiesOf(file), strategiesOf(undisturbed)) === 0;
    if (!same) keep({ disturbed: file, undisturbed });
    printFigures('solve', {
      tried: killed.length,
      survived: same ? killed.length : 0,
      lost: same ? 0 : killed.length,
      'killed at iterations': killed.join(' '),
      of: body.options.iterations,
      'bytes compared': strategiesOf(file).length,
      time: seconds(took),
    });
    expect(killed).toHaveLength(kills);
    expect(strategiesOf(file).length).toBeGreaterThan(1000);
    expect(same).toBe(true);
  } finally {
    await product.stop();
  }
});

async function submit(baseUrl: string, player: Player, body: object): Promise<string> {
  const answer = await ask(`${baseUrl}/api/study/solves`, 'POST', { body, token: player.token });
  if (answer.status !== 202) throw new Error(JSON.stringify(answer));
  return fieldOf(answer, 'id');
}

/** Each time at a random moment after the new worker got somewhere; the iterations told last before each. */
async function killItsWorkers(
  { baseUrl, database, workers }: Installation,
  player: Player,
  id: string,
  kills: number,
  random: Random,
): Promise<number[]> {
  const killed: number[] = [];
  let attempt = 0;
  while (killed.length < kills) {
    const answer = await ask(`${baseUrl}/api/study/solves/${id}`, 'GET', { token: player.token });
    if (fieldOf<string | null>(answer, 'finishedAt') !== null) return killed;
    const progress = fieldOf<Progress | null>(answer, 'progress')?.iterations ?? 0;
    const now = fieldOf<number>(answer, 'attempt');
    if (fieldOf<string>(answer, 'status') !== 'PROCESSING' || now === attempt || progress <= (killed.at(-1) ?? 0)) {
      await sleep(100);
      continue;
    }
    await sleep(random.whole(...KILL_AFTER_MS));
    const [lease] = await database.rows<{ pid: string }>(
      `select split_part(leased_by, ' ', 3) as pid from jobs.jobs where id = $1 and status = 'PROCESSING'`,
      [id],
    );
    const worker = workers.find(({ pid }) => String(pid) === lease?.pid);
    if (worker === undefined) continue;
    await worker.kill();
    attempt = now;
    killed.push(progress);
  }
  return killed;
}

async function resultOf(baseUrl: string, player: Player, id: string): Promise<Buffer> {
  for (const until = Date.now() + LIMIT_MS; Date.now() < until; await sleep(100)) {
    const answer = await ask(`${baseUrl}/api/study/solves/${id}`, 'GET', { token: player.token });
    const status = fieldOf<string>(answer, 'status');
    if (status === 'QUEUED' || status === 'PROCESSING') continue;
    if (status !== 'COMPLETED') throw new Error(JSON.stringify(answer));
    const file = await fetch(`${baseUrl}/api/study/solves/${id}/result`, {
      headers: { authorization: `Bearer ${player.token}` },
    });
    if (file.status !== 200) throw new Error(`the file was answered ${file.status}: ${await file.text()}`);
    return Buffer.from(await file.arrayBuffer());
  }
  throw new Error(`the solve ${id} did not end within ${LIMIT_MS / 1000} s`);
}

/** Where a person can look at them. */
function keep(files: Readonly<Record<string, Buffer>>): void {
  for (const [name, file] of Object.entries(files)) writeFileSync(at('test-artefacts', `soak-${name}.plos`), file);
}

/** Ranges, strategies and contents: without the header, which tells the time it took, and the trailer, which counts it. */
function strategiesOf(file: Buffer): Buffer {
  return file.subarray(32 + file.readUInt32LE(12), -24);
}
