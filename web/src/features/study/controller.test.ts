/** The controller with its real rooms: the reader and the dealer run here, on a message channel and a Node pool. */
import { MessageChannel } from 'node:worker_threads';
import { openNodePool } from '@ploscope/kernel/host/node';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Calls, type Handlers, type Methods, openCalls, serveCalls } from '../../lib/worker-calls.ts';
import { type StudyController, startStudy } from './controller.ts';
import { type Draft, fromSpot } from './spot/draft.ts';
import { EXAMPLES } from './spot/examples.ts';
import { draftOf } from './state.ts';
import { dealEquity } from './work/dealing.ts';
import type { DealerMethods, ReaderMethods } from './work/protocol.ts';
import { readBranch, readSpot } from './work/reading.ts';
import type { OpenRooms } from './work/rooms.ts';

const noOrderings = async () => new Map();
let pool: Awaited<ReturnType<typeof openNodePool>>;
beforeAll(async () => {
  pool = await openNodePool({ threads: 1 });
});
afterAll(() => pool.close());

function line<M extends Methods<M>>(handlers: Handlers<M>, onCrash: (message: string) => void): Calls<M> {
  const { port1, port2 } = new MessageChannel();
  serveCalls<M>(port2 as unknown as Parameters<typeof serveCalls>[0], handlers);
  port2.start();
  const calls = openCalls<M>(Object.assign(port1, { terminate: () => port1.close() }) as never, onCrash);
  port1.start();
  return calls;
}

/** What was asked of the dealer, and whether it breaks at the next question. */
const asked: string[] = [];
let breakNext = false;
let opened = 0;

const openRooms: OpenRooms = (onCrash) => {
  opened += 1;
  const reader = line<ReaderMethods>(
    { report: (spot) => readSpot(spot, noOrderings), branch: (ask) => readBranch(ask, noOrderings) },
    onCrash,
  );
  const dealer = line<DealerMethods>(
    {
      equity: (ask, told) => {
        asked.push([ask.spot.hands.join(' '), ask.spot.board, ask.precision, ask.detail ?? ''].join('|'));
        if (breakNext) throw new Error('out of memory');
        return dealEquity(ask, pool, noOrderings, told);
      },
    },
    onCrash,
  );
  return {
    reader,
    dealer,
    close: () => {
      reader.close();
      dealer.close();
    },
  };
};

let study: StudyController;
const drafts: Draft[] = [];
function start(draft: Draft = fromSpot(EXAMPLES.aces)): StudyController {
  asked.length = 0;
  drafts.length = 0;
  breakNext = false;
  study = startStudy({ draft, precision: 'standard', openRooms, onDraft: (next) => drafts.push(next) });
  return study;
}
afterEach(() => study.close());

const equity = (): string => ((study.store.get().answered?.answer.players[0]?.equity ?? 0) * 100).toFixed(2);
const settles = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000, interval: 10 });

test('the spot it starts with is answered by itself, and its open detail after it', async () => {
  start();
  await settles(() => expect(study.store.get().details.madeHands?.players[0]?.madeHands).toHaveLength(1));
  expect(equity()).toBe('60.05');
  expect(asked).toEqual(['AsAhKsKh 9d8d7c6c||standard|', 'AsAhKsKh 9d8d7c6c||standard|madeHands']);
});

test('letters typed in a row are one question, and the previous answer stays until the new one is there', async () => {
  start();
  await settles(() => expect(equity()).toBe('60.05'));
  asked.length = 0;
  for (const text of ['8', '8c', '8c9c', '8c9cTd', '8c9cTdJd']) study.setText('hands[1]', text);
  expect(equity()).toBe('60.05');
  await settles(() => expect(equity()).toBe('61.48'));
  expect(asked.filter((question) => question.endsWith('|'))).toEqual(['AsAhKsKh 8c9cTdJd||standard|']);
});

test('undo shows its answer without computing', async () => {
  start();
  await settles(() => expect(study.store.get().details.madeHands).toBeDefined());
  study.setText('hands[1]', '8c9cTdJd');
  await settles(() => expect(equity()).toBe('61.48'));
  await settles(() => expect(study.store.get().details.madeHands).toBeDefined());
  asked.length = 0;
  study.undo();
  expect(equity()).toBe('60.05');
  expect(draftOf(study.store.get()).players[1]?.text).toBe('9d8d7c6c');
  expect(study.store.get().details.madeHands).toBeDefined();
  expect(asked).toEqual([]);
  expect(drafts.at(-1)).toBe(draftOf(study.store.get()));
});

test('a mistake is read, not computed', async () => {
  start();
  await settles(() => expect(equity()).toBe('60.05'));
  asked.length = 0;
  study.setText('hands[1]', 'KKx?');
  await settles(() => expect(study.store.get().reading?.report.hands[1]?.error).not.toBeNull());
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(asked.filter((question) => question.includes('KKx'))).toEqual([]);
  expect(equity()).toBe('60.05');
});

test('a run is stopped at once and started again on demand', async () => {
  start(fromSpot({ ...EXAMPLES.aces, hands: ['AA', 'KK', 'QQ'] }));
  study.setPrecision('fine');
  await settles(() =>
    expect(study.store.get().run).toMatchObject({ kind: 'running', news: { trials: expect.any(Number) } }),
  );
  study.stop();
  expect(study.store.get().run.kind).toBe('stopped');
  study.retry();
  await settles(() => expect(study.store.get().run.kind).toBe('running'));
  study.openSpot(EXAMPLES.aces);
  await settles(() => expect(equity()).toBe('60.05'));
  expect(study.store.get().run.kind).toBe('idle');
});

test('what is not whole is asked nothing', async () => {
  start({
    ...fromSpot(EXAMPLES.aces),
    players: [
      { id: 0, text: 'AA' },
      { id: 1, text: '' },
    ],
  });
  await settles(() => expect(study.store.get().reading?.report.hands[0]?.combos).toBe(6961));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(asked).toEqual([]);
  expect(study.store.get().run.kind).toBe('idle');
});

test('a crash is told, and starting again opens new rooms and answers', async () => {
  start();
  await settles(() => expect(study.store.get().details.madeHands).toBeDefined());
  breakNext = true;
  const before = opened;
  study.setText('board', 'Kd8c3s');
  await settles(() => expect(study.store.get().run).toEqual({ kind: 'crashed', message: 'out of memory' }));
  expect(equity()).toBe('60.05');
  breakNext = false;
  study.retry();
  await settles(() => expect(study.store.get().run.kind).toBe('idle'));
  await settles(() => expect(study.store.get().answered?.answer.trials).toBe(820));
  expect(opened).toBe(before + 1);
});
