/** A flop from the draft to its rivers, with the real rooms: by bucket, solved again, kept, cancelled on the way. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { closeRooms, lookAt, settles, startWithRooms } from '../../../../test/solve-rooms.ts';
import type { SolveController } from './controller.ts';
import type { SolveDraft } from './spot/draft.ts';
import type { Place, SightSummary } from './work/protocol.ts';

/** A dozen hands against twice as many. */
const FLOP: SolveDraft = {
  game: 'plo4',
  twoBoards: false,
  locks: [],
  texts: {
    board: 'Td7h2c',
    pot: '60',
    stack: '540',
    'oop.range': 'AAKK$ds, KKQQ$ds',
    'oop.bets.flop': 'pot',
    'oop.bets.turn': 'pot',
    'oop.bets.river': 'pot',
    'ip.range': 'JT98$ds',
    'ip.bets.flop': 'pot',
    'ip.bets.turn': 'pot',
    'ip.bets.river': 'pot',
  },
};

let study: SolveController;
async function close(): Promise<void> {
  study.close();
  await closeRooms();
}

const state = () => study.store.get();
const runs = (kind: string): Promise<void> => settles(() => expect(state().run.kind).toBe(kind));

const look = (place: Place, again = false): Promise<SightSummary> =>
  lookAt(study, place, [{ kind: 'action', label: '', cards: null, from: place }], again);

async function solved(): Promise<SightSummary> {
  study = startWithRooms(FLOP, { iterations: '12' });
  await settles(() => expect(state().estimating.kind).toBe('known'));
  study.computing.solve();
  await runs('done');
  const { sight } = state();
  if (sight === null) throw new Error('nothing seen');
  return sight;
}

/** Both do what most hands do but fold, until a card comes: the place behind it. */
async function playedOn(from: SightSummary, card: number): Promise<SightSummary> {
  let sight = from;
  while (sight.kind === 'act') sight = await look(likeliest(sight));
  expect(sight.kind).toBe('deal');
  if (sight.next === null) throw new Error('nothing follows');
  return look({ dealt: [...sight.place.dealt, card], node: sight.next });
}

function likeliest({ actions }: SightSummary): Place {
  const [most] = actions.filter(({ kind }) => kind !== 'fold').sort((a, b) => b.share - a.share);
  if (most === undefined) throw new Error('nothing to do');
  return most.place;
}

const [THREE, FIVE] = [4, 12] as const;

describe('solved once', () => {
  let root: SightSummary;
  beforeAll(async () => {
    root = await solved();
  });
  afterAll(close);

  test('a flop is solved, its turn played by combo and its river by bucket; both can be solved again', async () => {
    const { run } = state();
    if (run.kind !== 'done') throw new Error(run.kind);
    expect(run.figures.buckets).toBe(320);
    expect(run.figures.ev[0] + run.figures.ev[1]).toBeCloseTo(60, 3);
    expect(state().solved?.points.at(-1)?.exploitability).toBeCloseTo(run.figures.exploitability.share, 2);
    expect(root).toMatchObject({ buckets: null, canSolveAgain: false, solvedAgain: null });

    const turn = await playedOn(root, THREE);
    expect(turn).toMatchObject({ buckets: null, canSolveAgain: true, solvedAgain: null });
    const takes = await study.computing.rooms().solver.call('estimateAgain', turn.place);
    expect(takes).toMatchObject({ fits: true });
    expect(takes?.bytes).toBeGreaterThan(1e6);
    const again = await look(turn.place, true);
    expect(again.again).toBe(true);
    expect(again.solvedAgain).toBeLessThan(0.005);
    const back = await look(turn.place);
    expect(back).toMatchObject({ again: false, solvedAgain: null });
    expect(back.actions.map(({ share }) => share)).toEqual(turn.actions.map(({ share }) => share));

    const river = await playedOn(turn, FIVE);
    expect(river).toMatchObject({ buckets: 320, canSolveAgain: true });
    const exact = await look(river.place, true);
    expect(exact).toMatchObject({ buckets: null, again: true });
    expect(exact.solvedAgain).toBeLessThan(0.02);
  });

  test('a look that is cancelled leaves what was seen, and the next one is shown', async () => {
    const turn = await playedOn(root, THREE);
    study.computing.look({ place: turn.place, again: true }, []);
    expect(state().looking).not.toBeNull();
    study.computing.cancelLook();
    expect(state()).toMatchObject({ looking: null, lookRefused: null, sight: { version: turn.version } });
    const after = await look(likeliest(turn));
    expect(after.player).toBe(1);
  });

  test('a look that a newer one overtakes is never shown', async () => {
    const turn = await playedOn(root, THREE);
    study.computing.look({ place: turn.place, again: true }, []);
    const after = await look(likeliest(turn));
    expect(after).toMatchObject({ player: 1, again: false });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(state().sight?.version).toBe(after.version);
  });

  test('a kept flop opens again with its buckets and its rivers', async () => {
    const river = await playedOn(await playedOn(root, THREE), FIVE);
    const shares = river.actions.map(({ share }) => share);
    const file = await study.computing.rooms().solver.call('save', null);
    if (file === null) throw new Error('no file');
    study.close();
    study = startWithRooms({ ...FLOP, texts: { ...FLOP.texts, pot: '100' } });
    expect(await study.computing.openFile(file)).toBeNull();
    expect(state().run).toMatchObject({ kind: 'done', figures: { buckets: 320 } });
    const seen = await look(river.place);
    expect(seen.buckets).toBe(320);
    expect(seen.actions.map(({ share }) => share)).toEqual(shares);
  });
});

describe('on its way', () => {
  afterEach(close);

  test('a flop is estimated by bucket, and how many is a choice', async () => {
    study = startWithRooms(FLOP);
    await settles(() => expect(state().estimating).toMatchObject({ kind: 'known', estimate: { buckets: 320 } }));
    study.setSettings({ ...state().settings, buckets: '40' });
    await settles(() => expect(state().estimating).toMatchObject({ kind: 'known', estimate: { buckets: 40 } }));
    study.setSettings({ ...state().settings, method: 'exact' });
    await settles(() => expect(state().estimating).toMatchObject({ kind: 'known', estimate: { buckets: null } }));
  });

  test('a solve ends when its minutes are up, and its result is measured', async () => {
    study = startWithRooms(FLOP, { target: '0', minutes: '0.05' });
    await settles(() => expect(state().estimating.kind).toBe('known'));
    study.computing.solve();
    await runs('done');
    const { solved, run } = state();
    if (run.kind !== 'done') throw new Error(run.kind);
    expect(solved?.progress?.elapsedMs).toBeGreaterThanOrEqual(3000);
    expect(run.figures.elapsedMs).toBeLessThan(8000);
    expect(solved?.points.at(-1)?.exploitability).toBeCloseTo(run.figures.exploitability.share, 9);
  });

  test('cancelling while the result is measured frees the solve and keeps what was on the screen', async () => {
    study = startWithRooms(FLOP, { iterations: '1' });
    await settles(() => expect(state().estimating.kind).toBe('known'));
    study.computing.solve();
    await runs('finishing');
    study.computing.cancel();
    await runs('cancelled');
    await settles(() => expect(state().run).toEqual({ kind: 'cancelled', resumable: true }));
    study.computing.resume();
    await runs('done');
  });
});
