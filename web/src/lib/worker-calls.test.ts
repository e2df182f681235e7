import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import {
  type Handlers,
  openCalls,
  serveCalls,
  WorkerCrash,
  type WorkerLine,
  type WorkerScope,
} from './worker-calls.ts';

interface Sums {
  add: { input: readonly number[]; value: number; news: number };
  wait: { input: null; value: 'cancelled'; news: never };
  fail: { input: string; value: never; news: never };
}

const handlers: Handlers<Sums> = {
  add: (numbers, line) => {
    let sum = 0;
    for (const number of numbers) {
      sum += number;
      line.tell(sum);
    }
    return sum;
  },
  wait: (_, line) => new Promise((resolve) => line.signal.addEventListener('abort', () => resolve('cancelled'))),
  fail: (message) => {
    throw new Error(message);
  },
};

const open: { close: () => void }[] = [];
afterEach(() => {
  for (const line of open.splice(0)) line.close();
});

function connect(onCrash?: () => void) {
  const { port1, port2 } = new MessageChannel();
  serveCalls<Sums>(port2 as unknown as WorkerScope, handlers);
  port2.start();
  const line = Object.assign(port1, { terminate: () => port1.close() }) as unknown as WorkerLine;
  const calls = openCalls<Sums>(line, onCrash);
  port1.start();
  open.push(calls);
  return calls;
}

test('a call gives its value, and news on the way', async () => {
  const news: number[] = [];
  await expect(connect().call('add', [1, 2, 3], { onNews: (sum) => news.push(sum) })).resolves.toBe(6);
  expect(news).toEqual([1, 3, 6]);
});

test('calls at the same time keep their own answers', async () => {
  const calls = connect();
  await expect(Promise.all([calls.call('add', [1, 1]), calls.call('add', [5, 5])])).resolves.toEqual([2, 10]);
});

test('cancel reaches the call it is about', async () => {
  const calls = connect();
  const abort = new AbortController();
  const waiting = calls.call('wait', null, { signal: abort.signal });
  abort.abort();
  await expect(waiting).resolves.toBe('cancelled');
});

test('a broken Worker fails every open call and every later one, and says so once', async () => {
  let crashes = 0;
  const calls = connect(() => {
    crashes += 1;
  });
  const waiting = calls.call('wait', null);
  const failing = calls.call('fail', 'out of memory');
  await expect(failing).rejects.toThrow(new WorkerCrash('out of memory'));
  await expect(waiting).rejects.toThrow(WorkerCrash);
  await expect(calls.call('add', [1])).rejects.toThrow(WorkerCrash);
  expect(crashes).toBe(1);
});
