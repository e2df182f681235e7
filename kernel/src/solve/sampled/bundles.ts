// A game with one card to come, as one whose run-outs come in bundles: so that its branches, too, have several run-outs
// each, and a visit takes a bundle.

import { cardsDealt } from '../dealt.ts';
import { DEAL, type Forest } from '../forest.ts';
import type { Branch, Game, Position } from '../game.ts';
import { shuffled } from './shuffle.ts';

const SEED = 2;

/** What a branch is dealt that only bundles others. */
export const BUNDLE = -1;

/** The same game when two cards are to come. `size`: run-outs of a bundle, about. */
export function bundledGame(game: Game, size: number): Game {
  const { start } = game;
  const branches = start.branches;
  if (!branches || branches[0]?.position().branches) return game;
  const passing = passingForest(start.forest);
  const bundles = dealBundles(branches, size).map((own): Branch => {
    const position: Position = {
      ...start,
      forest: passing,
      names: null,
      locks: [],
      branches: own.sort((x, y) => x - y).map((i) => branches[i]!),
    };
    return { dealt: BUNDLE, share: 1, images: [], position: () => position };
  });
  return { ...game, start: { ...start, branches: bundles } };
}

/** Run-outs by bundle. Pairs of cards share none in a bundle where that can be: no hand should block all of it. */
function dealBundles(branches: readonly Branch[], size: number): number[][] {
  const count = Math.max(1, Math.floor(branches.length / size));
  const bundles = Array.from({ length: count }, (_, b) => ({
    own: [] as number[],
    cards: new Set<number>(),
    room: cut(b + 1, count, branches.length) - cut(b, count, branches.length),
  }));
  for (const i of shuffled(branches.length, SEED, 0)) {
    const cards = cardsDealt(branches[i]!.dealt);
    const open = bundles.filter(({ own, room }) => own.length < room);
    const bundle = open.find((one) => !cards.some((card) => one.cards.has(card))) ?? open[0]!;
    bundle.own.push(i);
    for (const card of cards) bundle.cards.add(card);
  }
  return bundles.map(({ own }) => own);
}

function cut(part: number, parts: number, length: number): number {
  return Math.floor((part * length) / parts);
}

/** Every entry leads to the exit of the same number. */
function passingForest({ kinds }: Forest): Forest {
  const exits = Int32Array.from(kinds.filter((kind) => kind === DEAL).keys());
  return {
    entries: exits,
    kinds: Uint8Array.from(exits, () => DEAL),
    players: new Uint8Array(exits.length),
    first: exits,
    counts: new Uint8Array(exits.length),
    payoffs: new Float64Array(exits.length * 3),
  };
}
