import { describe, expect, it } from 'vitest';
import { GAMES, type Game } from '../../games.ts';
import { formatSolveSpot } from '../../spot/canonical-solve.ts';
import { parseSolveSpot } from '../../spot/parse-solve-spot.ts';
import type { SolveSpot } from '../../spot/solve-spot.ts';
import type { Street } from '../streets.ts';
import { buildTree } from '../tree/build-tree.ts';
import { HOLDEM_TREES, OMAHA_TREES } from './ladders.ts';
import { MOST_RIVER_ENDS, mostRiverEnds, riverEnds, tenMinuteTree } from './ten-minutes.ts';

const BOARDS = { flop: 'Td7h2c', turn: 'Td7h2c9d', river: 'Td7h2c9d3s' } as const satisfies Record<Street, string>;
const STREETS = Object.keys(BOARDS) as Street[];
/** From 0.5 to 50, closer together where stacks are short. */
const SPRS = Array.from({ length: 120 }, (_, i) => 0.5 * 100 ** (i / 119));
const OPENINGS = GAMES.flatMap((game) => STREETS.map((street) => [game, street] as const));

const read = (document: object): SolveSpot => {
  const spot = parseSolveSpot(document);
  if (!spot.ok) throw new Error(`${spot.error.field}: ${spot.error.message}`);
  return spot.value;
};
const spotOf = (game: Game, street: Street, pot: number, stack: number, more: object = {}): SolveSpot =>
  read({ game, board: BOARDS[street], pot, stack, oop: { range: '*' }, ip: { range: '*' }, ...more });

/** How far down the ladder a tree of a flop is. */
const rungOf = (game: Game, spr: number): number => {
  const trees = game === 'holdem' ? HOLDEM_TREES : OMAHA_TREES;
  const { bets, raises, maxRaises, donks } = tenMinuteTree(game, spr);
  const text = (tree: object) => JSON.stringify(tree);
  return trees.findIndex(
    (tree) =>
      text([tree.bets, tree.raises, tree.maxRaises]) === text([bets, raises, maxRaises]) &&
      'turn' in tree.donks === 'turn' in donks,
  );
};

describe('the tree that fits ten minutes', () => {
  it.each(OPENINGS)('%s from the %s on has no more ends than fit, however deep the stacks are', (game, street) => {
    for (const spr of SPRS) {
      const spot = spotOf(game, street, 1000, Math.round(1000 * spr));
      expect(riverEnds(spot), `SPR ${spr}`).toBeLessThanOrEqual(MOST_RIVER_ENDS[game]);
    }
  });

  it.each(OPENINGS)(
    '%s from the %s on lets both players bet on every street, and says nothing of others',
    (game, street) => {
      for (const spr of [0.5, 1, 2, 4, 6, 13, 20, 50]) {
        const spot = spotOf(game, street, 1000, 1000 * spr);
        const streets = STREETS.slice(STREETS.indexOf(street));
        for (const side of [spot.oop, spot.ip]) expect(Object.keys(side.bets)).toEqual(streets);
        for (const lists of [spot.oop.raises, spot.oop.donks, spot.ip.raises]) {
          expect(streets).toEqual(expect.arrayContaining(Object.keys(lists)));
        }
        const tree = buildTree(spot);
        if (!tree.ok) throw new Error(tree.error.message);
        for (const { nodes } of tree.value.streets) {
          const bets = new Set(
            nodes.flatMap(({ actions, player }) => (actions.some(({ kind }) => kind === 'bet') ? [player] : [])),
          );
          // Below half a pot a street may well end all-in before it.
          if (spr >= 2) expect([...bets].sort()).toEqual([0, 1]);
        }
      }
    },
  );

  it.each(GAMES)('%s: deeper stacks never get a fuller one, and each depth gets the fullest that fits', (game) => {
    const trees = game === 'holdem' ? HOLDEM_TREES : OMAHA_TREES;
    let before = 0;
    for (const spr of SPRS) {
      const rung = rungOf(game, spr);
      expect(rung, `SPR ${spr}`).toBeGreaterThanOrEqual(before);
      before = rung;
      if (rung === 0) continue;
      const { donks, ...fuller } = trees[rung - 1]!;
      const { bets, raises, ...rest } = fuller;
      const side = { range: '*', bets, raises };
      const spot = spotOf(game, 'flop', 10_000, Math.round(10_000 * spr), {
        oop: { ...side, donks },
        ip: side,
        ...rest,
      });
      expect(riverEnds(spot), `SPR ${spr}`).toBeGreaterThan(MOST_RIVER_ENDS[game]);
    }
    expect(before).toBeGreaterThan(1);
  });

  it('in PLO4 has every raise when stacks are short, and one of the pot when they are deep', () => {
    expect(tenMinuteTree('plo4', 1)).toMatchObject({ bets: { flop: ['50%', 'pot'] }, maxRaises: null });
    expect(tenMinuteTree('plo4', 4)).toMatchObject({
      bets: { flop: ['pot'], turn: ['pot'], river: ['50%', 'pot'] },
      raises: { flop: ['pot'], turn: ['pot'], river: ['pot'] },
      maxRaises: null,
    });
    expect(tenMinuteTree('plo4', 8)).toMatchObject({
      bets: { river: ['pot'] },
      raises: { river: ['pot'] },
      maxRaises: 1,
    });
    const deep = tenMinuteTree('plo4', 20);
    expect(deep).toMatchObject({
      raises: { flop: ['pot'], turn: ['pot'] },
      donks: { turn: [], river: [] },
      maxRaises: 1,
    });
    expect(deep.raises.river).toBeUndefined();
  });

  it('fits with few chips too, where sizes are rounded', () => {
    for (const game of ['plo4', 'plo5'] as const) {
      for (const pot of [1, 2, 3, 5, 7]) {
        for (let stack = Math.ceil(pot / 2); stack <= 50 * pot; stack += Math.ceil(pot / 2)) {
          const ends = riverEnds(spotOf(game, 'flop', pot, stack));
          expect(ends, `${game}, pot ${pot}, stacks ${stack}`).toBeLessThanOrEqual(MOST_RIVER_ENDS[game]);
        }
      }
    }
  });
});

describe('on a turn of two boards', () => {
  const turnOf = (game: Game, stack: number): SolveSpot => spotOf(game, 'turn', 1000, stack, { board2: '8s5hJcQd' });

  it.each(GAMES)('%s has fewer ends than on one board, for its run-outs are many, and still bets', (game) => {
    const most = mostRiverEnds(game, 'turn', 2);
    expect(most).toBeLessThan(MOST_RIVER_ENDS[game]);
    for (const spr of SPRS) {
      const spot = turnOf(game, Math.round(1000 * spr));
      expect(riverEnds(spot), `SPR ${spr}`).toBeLessThanOrEqual(most);
      expect(Object.keys(spot.oop.bets)).toEqual(['turn', 'river']);
    }
  });

  it('is leaner than on one board where stacks are deep; a river is not', () => {
    expect(tenMinuteTree('plo4', 4, 'turn', 2)).not.toEqual(tenMinuteTree('plo4', 4, 'turn'));
    expect(tenMinuteTree('plo4', 4, 'river', 2)).toEqual(tenMinuteTree('plo4', 4, 'river'));
  });
});

describe('a document without a word about its tree', () => {
  it('gets the tree that fits ten minutes, written out, so that its one spelling says it all', () => {
    const spot = spotOf('plo4', 'flop', 60, 240);
    const { bets, raises, donks, ...rest } = tenMinuteTree('plo4', 4);
    expect(spot).toMatchObject({ oop: { bets, raises, donks }, ip: { bets, raises }, ...rest });
    expect(read(JSON.parse(formatSolveSpot(spot)))).toEqual(read(JSON.parse(JSON.stringify(spot))));
  });

  it('is one whose fields for it are absent or null; any other is taken at its word', () => {
    const nothing = { maxRaises: null, merge: null, oop: { range: '*', bets: null, donks: null } };
    expect(spotOf('plo4', 'turn', 60, 240, nothing).oop.bets).toEqual(tenMinuteTree('plo4', 4, 'turn').bets);
    const said: readonly object[] = [
      { oop: { range: '*', bets: {} } },
      { oop: { range: '*', raises: { river: ['pot'] } } },
      { oop: { range: '*', donks: { river: [] } } },
      { ip: { range: '*', bets: { river: ['pot'] } } },
      { ip: { range: '*', raises: {} } },
      { addAllIn: 1000 },
      { forceAllIn: 0 },
      { merge: 0.1 },
      { maxRaises: 0 },
    ];
    for (const more of said) {
      const spot = spotOf('plo4', 'flop', 60, 240, more);
      expect(spot.oop.bets, JSON.stringify(more)).toEqual({});
    }
  });
});
