/** Whatever was played, the tree of its spot holds it: every decision, by its line, with the chips that lay there. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import index from '../../golden/hands/phh/index.json' with { type: 'json' };
import type { PlayedHand } from '../hand-history/played-hand.ts';
import { type Replay, replay, setupOf } from '../hand-history/replay.ts';
import { readPhh } from '../hand-history/sites/phh/read.ts';
import { STREETS } from '../solve/streets.ts';
import { buildTree } from '../solve/tree/build-tree.ts';
import { walkLine } from '../solve/walk-line.ts';
import { parseSolveSpot } from '../spot/parse-solve-spot.ts';
import { can } from '../table/betting.ts';
import { cardsDue } from '../table/dealing.ts';
import type { Operation } from '../table/operation.ts';
import { openingPosts } from '../table/posts.ts';
import { apply, openTable } from '../table/table.ts';
import { potOf } from '../table/table-state.ts';
import { DEFAULT_PROFILE } from './default-profile.ts';
import { reviewSpotOf } from './review-spot.ts';
import { playedHand } from './testing/dealt-hand.ts';

/** Codes of hands that there is nothing to be solved of; `review-line` is not among them. */
const NOTHING = ['review-cards', 'review-no-decision', 'review-multiway', 'review-all-in', 'review-two-boards-flop'];

/** Streets that have a spot. */
const checkLines = (played: Replay): number => {
  let spots = 0;
  for (const hero of played.hand.players.keys()) {
    for (const street of STREETS) {
      const found = reviewSpotOf({ ...played, hand: { ...played.hand, hero } }, street, DEFAULT_PROFILE);
      if (!found.ok) {
        expect(NOTHING).toContain(found.error.code);
        continue;
      }
      spots += 1;
      const { spot, decisions, seat } = found.value;
      expect(parseSolveSpot(spot)).toEqual({ ok: true, value: spot });
      const tree = buildTree(spot);
      if (!tree.ok) throw new Error(tree.error.message);
      for (const { operation, line, taken } of decisions) {
        const place = walkLine(tree.value, line);
        if (!place.ok) throw new Error(place.error.message);
        const node = tree.value.streets[place.value.street]!.nodes[place.value.node]!;
        expect(node.player).toBe(seat);
        expect(node.actions.map(({ label }) => label)).toContain(taken);
        const state = played.states[operation]!;
        const excess = Math.max(0, potOf(state) - node.pot);
        // Only chips that the other cannot match may be missing from the pot.
        const covered = spot.stack === Math.max(...node.committed);
        expect(excess === 0 || covered).toBe(true);
        expect(node.pot).toBeLessThanOrEqual(potOf(state));
      }
    }
  }
  return spots;
};

/** A hand of two or three, every choice by a number of a list. */
const handBy = (choices: readonly number[]): PlayedHand => {
  let next = 0;
  const choose = (options: number): number => choices[next++ % choices.length]! % options;
  const count = 2 + choose(2);
  const boards = choose(4) === 0 ? 2 : 1;
  const holdem = choose(3) === 0;
  const deck = Array.from({ length: 52 }, (_, card) => card).sort(
    (a, b) => ((a * 29 + choices[0]!) % 53) - ((b * 29 + choices[0]!) % 53),
  );
  const shape = playedHand({
    stacks: Array.from({ length: count }, () => 20 + choose(400)),
    hero: 0,
    cards: [],
    play: '',
    game: holdem ? 'holdem' : 'plo4',
    boards,
  });
  const setup = setupOf(shape);
  const posts = openingPosts(setup);
  let state = openTable(setup);
  const operations: Operation[] = [];
  const act = (operation: Operation): void => {
    const after = apply(state, operation);
    if (!after.ok) throw new Error(JSON.stringify(after.error));
    operations.push(operation);
    state = after.value;
  };
  for (const post of posts) act(post);
  for (let player = 0; player < count; player++) {
    act({ kind: 'deal', player, cards: deck.splice(0, holdem ? 2 : 4) });
  }
  while (state.phase === 'betting' || state.phase === 'dealing') {
    const choices = can(state);
    if (choices === null) {
      for (let board = 0; board < boards; board++) {
        const due = cardsDue(state, board);
        if (due > 0) act({ kind: 'board', board, cards: deck.splice(0, due) });
      }
      continue;
    }
    const { player, check, bet } = choices;
    const pick = choose(10);
    if (bet !== null && pick > 5) {
      act({ kind: 'bet', player, to: pick === 9 ? bet.most : bet.least + choose(bet.most - bet.least + 1) });
    } else if (check) act({ kind: 'check', player });
    else act({ kind: pick === 0 ? 'fold' : 'call', player });
  }
  return { ...shape, operations };
};

it('of hands played at random', () => {
  let spots = 0;
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 40, maxLength: 40 }), (choices) => {
      const played = replay(handBy(choices));
      if (!played.ok) throw new Error(played.error.message);
      spots += checkLines(played.value);
    }),
    { numRuns: 60 },
  );
  expect(spots).toBeGreaterThan(60);
});

it('of published hands', () => {
  let spots = 0;
  for (const { file, variant } of index.hands) {
    if (variant !== 'PO' && variant !== 'NT') continue;
    const text = readFileSync(new URL(`../../golden/hands/phh/${file}`, import.meta.url), 'utf8');
    const read = readPhh(text.split('\n'));
    if (!read.ok) throw new Error(read.error.message);
    const played = replay(read.value);
    if (played.ok) spots += checkLines(played.value);
  }
  expect(spots).toBeGreaterThan(3);
});
