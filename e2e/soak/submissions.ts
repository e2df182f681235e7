/** Players who submit equities, cancel some of them, and keep what they were answered. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { canonical, type Promised } from './jobs-ledger.ts';
import { ask, fieldOf, type Player } from './player.ts';
import type { Random } from './random.ts';

/** Some milliseconds to some hundred each: a kill is to find them at work. */
const REQUESTS: readonly object[] = [
  { hands: ['AsAhKsKh', '9d8d7c6c'] },
  { hands: ['AsAhKsKh', 'QdJdTc9c', '7s6s5h4h'] },
  { hands: ['AcAd7h2s', 'KcKd8h8s'], board: 'Ks9d4c' },
  { hands: ['AsKsQhJh', 'TdTc9d9c'], dead: '2c2d' },
  { game: 'plo5', hands: ['AsAhKsKh2d', '9d8d7c6c5s'], board: 'Qc9h4c' },
  ...[1, 2, 3, 4].map((seed) => ({
    hands: ['AA$ds', 'KK$ds,QQ$ds'],
    method: 'sampled',
    trials: 3_000_000,
    seed,
  })),
];

export interface Submitting {
  readonly baseUrl: string;
  readonly players: readonly Player[];
  readonly random: Random;
  readonly count: number;
  /** Milliseconds over which they are spread. */
  readonly overMs: number;
}

export async function submitAll({ baseUrl, players, random, count, overMs }: Submitting): Promise<Promised[]> {
  const url = `${baseUrl}/api/study/equities`;
  const submitted = Array.from({ length: count }, async (_, i): Promise<Promised> => {
    const player = players[i % players.length]!;
    const body = REQUESTS[random.whole(0, REQUESTS.length - 1)]!;
    const cancelAsked = random.next() < 0.1;
    const [at, cancelAfter] = [random.next() * overMs, random.next() * 1500];
    const key = randomUUID();
    await sleep(at);
    const submit = async (): Promise<string> => {
      const answer = await ask(url, 'POST', { body, token: player.token, key });
      if (answer.status !== 202) throw new Error(JSON.stringify(answer));
      return fieldOf<string>(answer, 'id');
    };
    const id = await submit();
    if (cancelAsked) {
      await sleep(cancelAfter);
      await ask(`${url}/${id}/cancel`, 'POST', { token: player.token });
    }
    return { key, id, userId: player.id, request: canonical(body), cancelAsked, idAgain: await submit() };
  });
  return Promise.all(submitted);
}

/** By request, the answer that is right: computed at once, with nobody killed. */
export async function rightAnswers(baseUrl: string): Promise<Map<string, unknown>> {
  const right = new Map<string, unknown>();
  for (const body of REQUESTS) {
    const answer = await ask(`${baseUrl}/api/study/equity`, 'POST', { body });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer));
    right.set(canonical(body), answer.body);
  }
  return right;
}
