/** The controller with its real rooms: the reader and the solver run here, on a message channel and Node's workers. */
import { afterEach, expect, test } from 'vitest';
import { closeRooms, settles, startWithRooms } from '../../../../test/solve-rooms.ts';
import type { SolveController } from './controller.ts';
import type { Settings } from './settings.ts';
import type { SolveDraft } from './spot/draft.ts';
import { draftOf } from './state.ts';

/** A river of some hundred hands a player. */
const RIVER: SolveDraft = {
  game: 'plo4',
  twoBoards: false,
  locks: [],
  texts: {
    board: 'Ks9d4c2h7s',
    pot: '60',
    stack: '180',
    'oop.range': 'AA$ds, KK$ds',
    'oop.bets.river': '50%, pot',
    'oop.raises.river': 'pot',
    'ip.range': '9987+, JT98$ds',
    'ip.bets.river': 'pot',
    'ip.raises.river': 'pot',
  },
};

let study: SolveController;
const drafts: SolveDraft[] = [];
function start(draft: SolveDraft = RIVER, settings: Partial<Settings> = {}): SolveController {
  drafts.length = 0;
  study = startWithRooms(draft, settings, (next) => drafts.push(next));
  return study;
}
afterEach(async () => {
  study.close();
  await closeRooms();
});

const state = () => study.store.get();
const runs = (kind: string): Promise<void> => settles(() => expect(state().run.kind).toBe(kind));

test('a spot that reads is estimated by itself, and anew when it is edited', async () => {
  start();
  await settles(() => expect(state().estimating.kind).toBe('known'));
  const first = state().estimating;
  study.setText('oop.bets.river', 'pot');
  await settles(() => {
    const now = state().estimating;
    if (first.kind !== 'known' || now.kind !== 'known') throw new Error('not known');
    expect(now.estimate.nodes).toBeLessThan(first.estimate.nodes);
  });
});

test('a spot solves to its target, and shows figures and the strategy of its first node', async () => {
  start();
  study.computing.solve();
  await runs('done');
  const { run, solved, sight } = state();
  if (run.kind !== 'done') throw new Error(run.kind);
  expect(run.figures.exploitability.share).toBeLessThan(0.004);
  expect(run.figures.ev[0] + run.figures.ev[1]).toBeCloseTo(60, 1);
  expect(solved?.points.at(-1)?.exploitability).toBeLessThanOrEqual(0.003);
  expect(sight).toMatchObject({ live: false, player: 0, pot: 60 });
  expect(sight?.actions.map(({ label }) => label)).toEqual(['x', 'b30', 'b60']);
  expect(sight?.actions.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5);
  expect(sight?.ev?.[0]).toBeCloseTo(run.figures.ev[0], 1);
});

test('lines lead to nodes behind, and kinds and hands can be asked for there', async () => {
  start();
  study.computing.solve();
  await runs('done');
  const bet = state().sight?.actions.at(-1);
  if (bet === undefined) throw new Error('no bet');
  const step = { kind: 'action', label: bet.label, cards: null, from: { dealt: [], node: 0 } } as const;
  study.computing.look({ place: bet.place, again: false }, [step]);
  await settles(() => expect(state().line).toHaveLength(1));
  const sight = state().sight;
  expect(sight?.player).toBe(1);
  expect(sight?.actions.map(({ label }) => label).slice(0, 2)).toEqual(['f', 'c']);
  const version = sight?.version ?? 0;
  const { solver } = study.computing.rooms();
  const kinds = await solver.call('branch', { version, path: [] });
  expect(kinds?.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5);
  const ask = { version, path: [], order: { by: 'action', action: 1, down: true }, offset: 0, count: 500 } as const;
  const hands = await solver.call('hands', { ...ask, filter: '' });
  expect(hands?.total).toBe(sight?.combos);
  const calls = hands?.rows.map(({ shares }) => shares[1] ?? 0) ?? [];
  expect(calls).toEqual([...calls].sort((a, b) => b - a));
  const some = await solver.call('hands', { ...ask, filter: '99' });
  expect(some?.total).toBeGreaterThan(0);
  expect(some?.total).toBeLessThan(hands?.total ?? 0);
  expect((await solver.call('hands', { ...ask, filter: '9x?' }))?.error).not.toBeNull();
  expect(await solver.call('hands', { ...ask, version: version - 1, filter: '' })).toBeNull();
});

test('a solve pauses, goes on, and can be cancelled and gone on with', async () => {
  start(RIVER, { target: '0' });
  study.computing.solve();
  await settles(() => expect(state().solved?.points.length).toBeGreaterThan(0));
  study.computing.pause();
  await runs('paused');
  const paused = state().solved?.progress?.iterations ?? 0;
  study.computing.resume();
  await settles(() => expect(state().solved?.progress?.iterations).toBeGreaterThan(paused));
  study.computing.cancel();
  await settles(() => expect(state().run).toEqual({ kind: 'cancelled', resumable: true }));
  const cancelled = state().solved?.progress?.iterations ?? 0;
  expect(state().sight?.live).toBe(true);
  study.computing.resume();
  await settles(() => expect(state().solved?.progress?.iterations).toBeGreaterThan(cancelled));
  study.computing.pause();
  await runs('paused');
  study.computing.finish();
  await runs('done');
});

test('editing while it solves leaves the solve alone', async () => {
  start();
  study.computing.solve();
  await settles(() => expect(state().run.kind).not.toBe('idle'));
  study.setText('pot', '80');
  await runs('done');
  expect(state().solved?.draft).not.toBe(draftOf(state()));
  expect(state().sight?.pot).toBe(60);
});

test('a kept solve opens again with its spot, its figures and its nodes', async () => {
  start();
  study.computing.solve();
  await runs('done');
  const file = await study.computing.rooms().solver.call('save', null);
  if (file === null) throw new Error('no file');
  const shares = state().sight?.actions.map(({ share }) => share);
  study.close();
  start({ ...RIVER, texts: { ...RIVER.texts, pot: '100' } });
  expect(await study.computing.openFile(file)).toBeNull();
  expect(state().run.kind).toBe('done');
  expect(draftOf(state()).texts.pot).toBe('60');
  expect(state().sight?.actions.map(({ share }) => share)).toEqual(shares);
  study.undo();
  expect(draftOf(state()).texts.pot).toBe('100');
  expect(await study.computing.openFile(new Blob(['nonsense']))).toMatchObject({ code: 'plos-magic' });
});

test('mistakes are found all at once, each at its field, and nothing is estimated', async () => {
  start({ ...RIVER, texts: { ...RIVER.texts, pot: 'sixty', 'oop.range': 'AA?', 'ip.raises.river': 'pot, 5y' } });
  await settles(() => expect(state().reading).not.toBeNull());
  const problems = state().reading?.report.problems ?? [];
  expect(problems.map(({ field }) => field).sort()).toEqual(['ip.raises.river', 'oop.range', 'pot']);
  expect(problems.find(({ field }) => field === 'ip.raises.river')).toMatchObject({ at: 5, end: 7 });
  study.computing.solve();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(state().run.kind).toBe('idle');
  expect(state().estimating.kind).toBe('none');
});

test('a spot that is too large is refused with its estimate and with ways that would fit', async () => {
  const sizes = '10%, 20%, 30%, 50%, pot';
  const bets = { 'oop.bets.turn': sizes, 'ip.bets.turn': sizes, 'oop.bets.river': sizes, 'ip.bets.river': sizes };
  const texts = { ...RIVER.texts, ...bets, board: 'Ks9d4c2h', 'oop.range': 'A, K', 'ip.range': 'A, K' };
  start({ ...RIVER, texts }, { memory: '1', method: 'exact' });
  await settles(() => {
    const { estimating } = state();
    if (estimating.kind !== 'known') throw new Error(estimating.kind);
    expect(estimating.estimate.storage).toBeNull();
  });
  await settles(() => expect(state().remedies).not.toBeNull());
  expect(state().remedies?.[0]).toMatchObject({ remedy: 'byBucket', ask: { method: 'auto' } });
  study.computing.solve();
  await runs('refused');
  expect(state().run).toMatchObject({ refusal: { code: 'memory', estimate: { storage: null } } });
});
