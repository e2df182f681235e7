// From an instance's tables to what is stored, and back.

import { gamePlaces, type LaidDeal } from './deal.ts';
import { ACT } from './forest.ts';
import type { Instance } from './instance.ts';
import { BLOCK } from './layout.ts';
import { type NodeShares, PARTS, type SolvedDeal } from './result.ts';
import { averageShares, type Keeper, type Kept, putAverageShares } from './shares.ts';

/** Every deal of an instance that has tables, the start first. */
export function* laidDeals(deal: LaidDeal): Generator<LaidDeal> {
  if (deal.tables[0].bytes + deal.tables[1].bytes > 0) yield deal;
  for (const child of deal.children) yield* laidDeals(child);
}

/** ACT nodes of a deal. */
export function actNodes({ forest: { forest } }: Pick<LaidDeal, 'forest'>): number[] {
  return Array.from(forest.kinds.keys()).filter((node) => forest.kinds[node] === ACT);
}

/** Cards dealt on the way to a deal. */
function dealtTo(deal: LaidDeal): number[] {
  const own = deal.branch && deal.branch.dealt >= 0 ? [deal.branch.dealt] : [];
  return deal.parent ? [...dealtTo(deal.parent), ...own] : own;
}

/** Rounds every average strategy, fixed ones too, to `PARTS` parts. */
export function roundShares(instance: Instance): void {
  for (const deal of laidDeals(instance.start)) roundDeal(instance, deal);
}

/** Rounds the average strategies of one deal. */
export function roundDeal(keeper: Keeper, deal: Kept): void {
  for (const node of actNodes(deal)) {
    const actions = deal.forest.forest.counts[node]!;
    const shares = averageShares(keeper, deal, node);
    const parts = partsOf(shares, actions);
    shares.forEach((_, i) => {
      shares[i] = parts[i]! / PARTS;
    });
    putAverageShares(keeper, deal, node, shares);
    roundLock(keeper, deal, node, shares);
  }
}

function roundLock({ kernel }: Keeper, deal: Kept, node: number, shares: Float32Array): void {
  const at = deal.locks.get(node);
  if (at === undefined) return;
  const actions = deal.forest.forest.counts[node]!;
  const hands = shares.length / actions;
  const rows = new Float32Array(kernel.memory.buffer, at, Math.ceil(hands / BLOCK) * BLOCK * actions);
  for (let i = 0; i < hands; i++) {
    const first = (i - (i % BLOCK)) * actions + (i % BLOCK);
    if (rows[first]! < 0) continue;
    for (let a = 0; a < actions; a++) rows[first + a * BLOCK] = shares[a * hands + i]!;
  }
}

/** Shares as parts, by largest remainder. */
export function partsOf(shares: Float32Array, actions: number): Uint8Array {
  const hands = shares.length / actions;
  const parts = new Uint8Array(shares.length);
  for (let i = 0; i < hands; i++) {
    let left = PARTS;
    for (let a = 0; a < actions; a++) {
      const whole = Math.min(left, Math.floor(shares[a * hands + i]! * PARTS + 1e-4));
      parts[a * hands + i] = whole;
      left -= whole;
    }
    for (; left > 0; left--) {
      let next = 0;
      let most = -1;
      for (let a = 0; a < actions; a++) {
        const rest = shares[a * hands + i]! * PARTS - parts[a * hands + i]!;
        if (rest > most) {
          most = rest;
          next = a;
        }
      }
      parts[next * hands + i]!++;
    }
  }
  return parts;
}

/** What is stored of a deal, in the order of the game's hands; nodes by the names they have in the game's forest. */
export function solvedDeal(instance: Instance, deal: LaidDeal): SolvedDeal {
  const { names } = deal.position;
  const places = ([0, 1] as const).map((player) => gamePlaces(instance.kernel, deal, player));
  const totals = instance.game.hands.map(({ weights }) => weights.length);
  const nodes = actNodes(deal).map((node): NodeShares => {
    const player = deal.forest.forest.players[node]!;
    const actions = deal.forest.forest.counts[node]!;
    const own = partsOf(averageShares(instance, deal, node), actions);
    const hands = deal.counts[player]!;
    const parts = new Uint8Array(actions * totals[player]!);
    places[player]!.forEach((place, i) => {
      for (let a = 0; a < actions; a++) parts[a * totals[player]! + place] = own[a * hands + i]!;
    });
    return { node: names?.[node] ?? node, parts };
  });
  const kept = instance.exitWorths.get(deal);
  const isCut = deal.children.some(({ branch }) => branch?.dealt === -1);
  const stride = instance.exitStrideOf(deal);
  const exitWorth =
    kept && !isCut
      ? (kept.map((worth, player) => spread(worth, deal.forest.exits, stride, places[player]!, totals[player]!)) as [
          Float32Array,
          Float32Array,
        ])
      : null;
  return { dealt: dealtTo(deal), nodes: nodes.sort((a, b) => a.node - b.node), buckets: null, exitWorth };
}

function spread(worth: Float64Array, exits: number, stride: number, places: Uint32Array, total: number): Float32Array {
  const all = new Float32Array(exits * total);
  for (let exit = 0; exit < exits; exit++) {
    places.forEach((place, i) => {
      all[exit * total + place] = worth[exit * stride + i]!;
    });
  }
  return all;
}

/** Makes an instance play what was stored. */
export function putSolvedDeal(instance: Instance, deal: LaidDeal, solved: SolvedDeal): void {
  const { names } = deal.position;
  const stored = new Map(solved.nodes.map(({ node, parts }) => [node, parts]));
  const places = ([0, 1] as const).map((player) => gamePlaces(instance.kernel, deal, player));
  for (const node of actNodes(deal)) {
    const parts = stored.get(names?.[node] ?? node);
    if (!parts) throw new Error(`node ${names?.[node] ?? node} is not among those stored`);
    const player = deal.forest.forest.players[node]!;
    const actions = deal.forest.forest.counts[node]!;
    const total = parts.length / actions;
    const hands = deal.counts[player]!;
    const shares = new Float32Array(actions * hands);
    places[player]!.forEach((place, i) => {
      for (let a = 0; a < actions; a++) shares[a * hands + i] = parts[a * total + place]! / PARTS;
    });
    putAverageShares(instance, deal, node, shares);
  }
}
