import { expect, test } from 'vitest';
import { canonical, type Found, judge, type Promised } from './jobs-ledger.ts';

const PLAYER = 'p';
const RESULT = { equity: 0.5, elapsedMs: 3 };
const promised = (id: string, cancelAsked = false): Promised => ({
  key: `key of ${id}`,
  id,
  userId: PLAYER,
  request: 'r',
  cancelAsked,
  idAgain: id,
});
const PROMISED = [promised('a'), promised('b'), promised('c', true)];
const job = (id: string, status = 'COMPLETED') => ({
  id,
  user_id: PLAYER,
  status,
  result: { elapsedMs: 9, equity: 0.5 },
});
const begun = (id: string) => ({ stream: `job:${id}`, type: 'JobEnqueued', seq: 1 });
const end = (id: string, type = 'JobCompleted', seq = 2) => ({ stream: `job:${id}`, type, seq });
const SOUND: Found = {
  jobs: [job('a'), job('b'), job('c', 'CANCELLED')],
  events: [end('a'), begun('a'), begun('b'), end('b'), begun('c'), end('c', 'JobCancelled')],
  usage: [{ user_id: PLAYER, completed: 2, failed: 0, cancelled: 1 }],
  messages: 0,
  deadLetters: 0,
  right: new Map([['r', RESULT]]),
};

test('a sound ledger has every job survive', () => {
  expect(judge(PROMISED, SOUND)).toEqual({ tried: 3, survived: 3, lost: 0, doubled: 0, stuck: 0, troubles: [] });
});

test.each<[string, 'lost' | 'doubled' | 'stuck', Partial<Found>, Promised[]?]>([
  ['a job that is gone', 'lost', { jobs: SOUND.jobs.slice(1) }],
  ['a failed job', 'lost', { jobs: [job('a', 'FAILED'), ...SOUND.jobs.slice(1)] }],
  ['another result', 'lost', { jobs: [{ ...job('a'), result: { equity: 0.5000001 } }, ...SOUND.jobs.slice(1)] }],
  ['no result', 'lost', { jobs: [{ ...job('a'), result: null }, ...SOUND.jobs.slice(1)] }],
  ['another owner', 'lost', { jobs: [{ ...job('a'), user_id: 'q' }, ...SOUND.jobs.slice(1)] }],
  ['an end without its event', 'lost', { events: SOUND.events.slice(1) }],
  ['an event of another end', 'lost', { events: [end('a', 'JobFailed'), ...SOUND.events.slice(1)] }],
  ['a job cancelled unasked', 'lost', {}, [promised('a'), promised('b'), promised('c')]],
  ['two rows', 'doubled', { jobs: [...SOUND.jobs, job('a')] }],
  ['two ends', 'doubled', { events: [...SOUND.events, end('a', 'JobCompleted', 3)] }],
  ['two beginnings', 'doubled', { events: [...SOUND.events, begun('a')] }],
  ['no beginning', 'lost', { events: SOUND.events.filter(({ stream, seq }) => stream !== 'job:a' || seq !== 1) }],
  ['a job nobody submitted', 'doubled', { jobs: [...SOUND.jobs, job('d')] }],
  ['usage counted twice', 'doubled', { usage: [{ user_id: PLAYER, completed: 3, failed: 0, cancelled: 1 }] }],
  ['usage not counted', 'doubled', { usage: [] }],
  ['a key that stands for two', 'doubled', {}, [{ ...promised('a'), idAgain: 'x' }, ...PROMISED.slice(1)]],
  ['two keys for one job', 'doubled', {}, [...PROMISED, promised('a')]],
  ['a waiting job', 'stuck', { jobs: [job('a', 'QUEUED'), ...SOUND.jobs.slice(1)] }],
  ['a job under way', 'stuck', { jobs: [job('a', 'PROCESSING'), ...SOUND.jobs.slice(1)] }],
  ['a message left', 'stuck', { messages: 1 }],
])('%s is seen as %s', (_name, kind, damage, ledger = PROMISED) => {
  const verdict = judge(ledger, { ...SOUND, ...damage });
  expect(verdict[kind]).toBeGreaterThan(0);
  expect(verdict.troubles).not.toEqual([]);
});

test('the same answer is the same text, whatever its order and however long it took', () => {
  expect(canonical({ b: [1, { d: 1, c: 2 }], a: 1, elapsedMs: 5 })).toBe(canonical({ a: 1, b: [1, { c: 2, d: 1 }] }));
});
