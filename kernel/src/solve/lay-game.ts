// A game, or an instance's part of it, laid out in the module's memory.

import type { KernelExports } from '../wasm.ts';
import { type LaidDeal, layDeal } from './deal.ts';
import type { Forest } from './forest.ts';
import type { Branch, Game, Position } from './game.ts';
import { packHands, type Scratch } from './hand-lists.ts';
import { imageTable } from './images.ts';
import { type LaidForest, layForest, reserve } from './layout.ts';

export interface LaidPart {
  /** Branches of the start to lay; null for all. */
  readonly branches: readonly number[] | null;
  /** Whether the start's own tables are wanted. */
  readonly start: boolean;
}

export interface LaidGame {
  readonly start: LaidDeal;
  readonly forests: readonly LaidForest[];
}

export function layGame(kernel: KernelExports, game: Game, part: LaidPart): LaidGame {
  const { handSize } = game;
  const [first, second] = game.hands;
  const counts: readonly [number, number] = [first.weights.length, second.weights.length];
  const hands = [packHands(kernel, first, handSize), packHands(kernel, second, handSize)] as const;
  const deck = cardsOf(first.cards) | cardsOf(second.cards);
  const live = bitsOf(deck & ~game.start.gone);
  kernel.reserveLanes(live, handSize);
  const scratch = reserveScratch(kernel, Math.max(...counts), live, handSize);
  const forests = new Map<Forest, LaidForest>();

  const forestAt = ({ forest, boards }: Position): LaidForest => {
    const laid = forests.get(forest) ?? layForest(kernel, forest, boards);
    forests.set(forest, laid);
    return laid;
  };
  const lay = (position: Position, branch: Branch | null, parent: LaidDeal | null): LaidDeal => {
    const images = ([0, 1] as const).map((player) =>
      parent ? (branch?.images ?? []).map((names) => imageTable(kernel, handSize, parent, player, names)) : [],
    ) as [number[], number[]];
    const deal = layDeal(
      kernel,
      {
        depth: parent ? parent.depth + 1 : 0,
        position,
        forest: forestAt(position),
        branch,
        parent,
        above: parent?.originals ?? hands,
        aboveCounts: parent?.counts ?? counts,
        images,
        deck,
        handSize,
        keepTables: parent !== null || part.start,
      },
      scratch,
    );
    position.branches?.forEach((next, i) => {
      if (parent || !part.branches || part.branches.includes(i)) deal.children.push(lay(next.position(), next, deal));
    });
    return deal;
  };
  const start = lay(game.start, null, null);
  return { start, forests: [...forests.values()] };
}

function cardsOf(cards: Uint8Array): bigint {
  const seen = new Uint8Array(64);
  for (const card of cards) seen[card] = 1;
  return seen.reduce((mask, there, card) => (there ? mask | (1n << BigInt(card)) : mask), 0n);
}

function bitsOf(mask: bigint): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1n) count++;
  return count;
}

function reserveScratch(kernel: KernelExports, hands: number, cards: number, handSize: number): Scratch {
  let deck = 1;
  for (let i = 0; i < handSize; i++) deck = (deck * (cards - i)) / (i + 1);
  const twins = reserve(kernel, deck * 4);
  new Uint8Array(kernel.memory.buffer, twins, deck * 4).fill(0);
  return {
    hands: reserve(kernel, Math.max(hands * 8, 7464 * 8)),
    index: reserve(kernel, hands * 4),
    strengths: reserve(kernel, hands * 2),
    twins,
  };
}
