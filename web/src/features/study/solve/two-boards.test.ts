/** A turn of two boards from the draft to its rivers, with the real rooms: by combo and by bucket, solved again, kept. */
import { pairOf } from '@ploscope/kernel';
import { afterEach, expect, test } from 'vitest';
import { closeRooms, lookAt, settles, startWithRooms } from '../../../../test/solve-rooms.ts';
import type { SolveController } from './controller.ts';
import type { SolveDraft } from './spot/draft.ts';
import { setText } from './spot/edits.ts';
import type { Place, SightSummary } from './work/protocol.ts';

/** Some two dozen hands a player. */
const TURN: SolveDraft = {
  game: 'plo4',
  twoBoards: true,
  locks: [],
  texts: {
    board: 'Td7h2c3s',
    board2: 'Qs8d5hJc',
    pot: '60',
    stack: '120',
    'oop.range': 'AAKQ$ds, KQJT$ds',
    'oop.bets.turn': 'pot',
    'oop.bets.river': 'pot',
    'ip.range': 'T987$ds, QQJJ$ds',
    'ip.bets.turn': 'pot',
    'ip.bets.river': 'pot',
  },
};
const [NINE_OF_SPADES, TWO_OF_DIAMONDS] = [31, 1];

let study: SolveController;
afterEach(async () => {
  study.close();
  await closeRooms();
});

const state = () => study.store.get();
const runs = (kind: string): Promise<void> => settles(() => expect(state().run.kind).toBe(kind));

const look = (place: Place, again = false): Promise<SightSummary> => lookAt(study, place, [], again);

async function solved(method: 'exact' | 'bucketed'): Promise<SightSummary> {
  study = startWithRooms(TURN, { iterations: '20', method, buckets: '12' });
  await settles(() => expect(state().estimating).toMatchObject({ kind: 'known', estimate: { allRunOuts: 1892 } }));
  study.computing.solve();
  await runs('done');
  const { sight } = state();
  if (sight === null) throw new Error('nothing seen');
  return sight;
}

/** Both check, and the pair comes. */
async function checkedTo(root: SightSummary, first: number, second: number): Promise<SightSummary> {
  const acted = await look(root.actions[0]?.place ?? root.place);
  const deal = await look(acted.actions[0]?.place ?? acted.place);
  expect(deal).toMatchObject({ kind: 'deal' });
  return look({ dealt: [pairOf(first, second)], node: deal.next ?? -1 });
}

test('a pair is dealt, a card to each board, and no hand holds either', async () => {
  const root = await solved('exact');
  expect(root.boards.map(({ length }) => length)).toEqual([4, 4]);
  const river = await checkedTo(root, NINE_OF_SPADES, TWO_OF_DIAMONDS);
  expect(river.boards.map((board) => board.at(-1))).toEqual([NINE_OF_SPADES, TWO_OF_DIAMONDS]);
  expect(river).toMatchObject({ kind: 'act', player: 0, buckets: null, canSolveAgain: false });
  expect(river.known).toEqual(expect.arrayContaining([NINE_OF_SPADES, TWO_OF_DIAMONDS]));
  expect((river.ev?.[0] ?? 0) + (river.ev?.[1] ?? 0)).toBeCloseTo(60, 2);
  const ask = { path: [], order: { by: 'hand', down: true }, offset: 0, count: 500, filter: '' } as const;
  const hands = await study.computing.rooms().solver.call('hands', { ...ask, version: river.version });
  expect(hands?.total).toBe(river.combos);
  const held = hands?.rows.flatMap(({ cards }) => cards) ?? [];
  expect(held).not.toContain(NINE_OF_SPADES);
  expect(held).not.toContain(TWO_OF_DIAMONDS);
});

test('played by bucket, a river is solved again exactly, and both are there when the file is opened', async () => {
  const root = await solved('bucketed');
  expect(state().run).toMatchObject({ kind: 'done', figures: { buckets: expect.any(Number) } });
  const river = await checkedTo(root, NINE_OF_SPADES, TWO_OF_DIAMONDS);
  expect(river).toMatchObject({ buckets: expect.any(Number), canSolveAgain: true });
  const { solver } = study.computing.rooms();
  expect(await solver.call('estimateAgain', river.place)).toMatchObject({ fits: true });
  const again = await look(river.place, true);
  expect(again).toMatchObject({ again: true, buckets: null });
  expect(again.solvedAgain).toBeLessThan(0.02);

  const file = await solver.call('save', null);
  if (file === null) throw new Error('no file');
  study.close();
  study = startWithRooms({ ...TURN, texts: { ...TURN.texts, pot: '100' } });
  expect(await study.computing.openFile(file)).toBeNull();
  const seen = await look(river.place);
  expect(seen.actions.map(({ share }) => share)).toEqual(river.actions.map(({ share }) => share));
});

test('a flop of two boards is refused with what it would take', async () => {
  study = startWithRooms(setText(setText(TURN, 'board', 'Td7h2c'), 'board2', 'Qs8d5h'));
  await settles(() => expect(state().estimating.kind).toBe('refused'));
  const { estimating } = state();
  if (estimating.kind !== 'refused') throw new Error(estimating.kind);
  expect(estimating.refusal.message).toMatch(/it has 3,916,440 run-outs and would take [\d.]+ [MGT]B/);
  expect(estimating.refusal.hint).toContain('Turns and rivers of two boards are solved');
});
