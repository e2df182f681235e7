// What a player sees at a place: reach, shares, EVs and equities, worked out from what is stored.

import { HOLE_CARDS } from '../job.ts';
import type { KernelExports } from '../wasm.ts';
import { checkedDownWorths } from './checked-down.ts';
import { gamePlaces } from './deal.ts';
import { ACT, largestPayoff, partOf } from './forest.ts';
import type { Game, Position } from './game.ts';
import { Instance, type Player } from './instance.ts';
import type { SolveJob } from './job.ts';
import { padded, reserve } from './layout.ts';
import { reachAfter, wayTo } from './line.ts';
import { meetingGame } from './plain-games.ts';
import { positionAfter } from './postflop.ts';
import { type NodePlace, type NodeView, PARTS, type SolvedDeal } from './result.ts';
import { putSolvedDeal } from './solved.ts';
import { turnsApart } from './turns-apart.ts';

const BOTH = [0, 1] as const;

/**
 * `deals` has the strategies of each street down to the place's, in the job's own suits. Null when there is no such
 * place.
 */
export function viewNode(
  open: () => KernelExports,
  job: SolveJob,
  place: NodePlace,
  deals: readonly SolvedDeal[],
): NodeView | null {
  const way = wayTo(job, place);
  if (!way) return null;
  const reach = reachAfter(job, place.dealt, way.steps, deals);
  const position = positionAfter(job, place.dealt);
  const game = gameOf(job, position, reach);
  const met = meetings(open, game);
  const equity = checkedDownWorths(open, game, BOTH, turnsApart(job, position)).map((worth, player) =>
    over(worth, met[player]!),
  );
  const { worth, actionWorth } = worths(open, game, place.node, deals.at(-1)!);
  const half = job.pot / 2;
  const forest = position.forest;
  const acts = forest.kinds[place.node] === ACT;
  const player = acts ? (forest.players[place.node] as Player) : null;
  const combos = player === null ? 0 : reach[player].length;
  return {
    player,
    reach: reach.map((own, p) =>
      own.map((share, i) => (met[p]![i]! > 0 || share > 0 ? share : Number.NaN)),
    ) as unknown as [Float32Array, Float32Array],
    shares: player === null ? new Float32Array() : storedShares(deals.at(-1)!, place.node),
    actionEv:
      player === null ? new Float32Array() : actionWorth.map((value, i) => value / met[player]![i % combos]! + half),
    ev: BOTH.map((p) => over(worth[p]!, met[p]!).map((value) => value + half)) as [Float32Array, Float32Array],
    equity: equity as [Float32Array, Float32Array],
    met: met as [Float32Array, Float32Array],
  };
}

function gameOf(job: SolveJob, position: Position, reach: readonly [Float32Array, Float32Array]): Game {
  const hands = BOTH.map((player) => ({ cards: job.players[player].cards, weights: reach[player] }));
  return {
    handSize: HOLE_CARDS[job.game],
    hands: hands as unknown as Game['hands'],
    start: position,
    largestPayoff: largestPayoff(job.streets),
  };
}

/** Worth by hand, NaN where it meets nobody. */
function over(worth: ArrayLike<number>, met: Float32Array): Float32Array {
  return met.map((reach, i) => (reach > 0 ? worth[i]! / reach : Number.NaN));
}

/** The opposing reach each hand meets; what is only rounding counts as none. */
function meetings(open: () => KernelExports, game: Game): [Float32Array, Float32Array] {
  const instance = new Instance(open(), meetingGame(game), 'f32');
  return BOTH.map((player) => {
    const total = game.hands[player === 0 ? 1 : 0].weights.reduce((sum, weight) => sum + weight, 0);
    const met = Float32Array.from(instance.pass(player, true).worth);
    const live = new Uint8Array(met.length);
    for (const place of gamePlaces(instance.kernel, instance.start, player)) live[place] = 1;
    return met.map((value, i) => (live[i] && value > total * 1e-5 ? value : 0));
  }) as [Float32Array, Float32Array];
}

interface NodeWorths {
  readonly worth: readonly Float64Array[];
  /** f32[actions][hands of the player who acts]. */
  readonly actionWorth: Float32Array;
}

/** Worths at a node and of its actions, the reach at the node being the game's weights. */
function worths(open: () => KernelExports, game: Game, node: number, solved: SolvedDeal): NodeWorths {
  const whole = game.start.forest;
  const part = partOf(whole, [node]);
  const start: Position = {
    ...game.start,
    forest: part.forest,
    names: part.names,
    locks: [],
    // What comes next is known by what it is worth at the exits.
    branches: game.start.branches ? [] : null,
  };
  const kernel = open();
  const instance = new Instance(kernel, { ...game, start }, 'f32');
  putSolvedDeal(instance, instance.start, solved);
  const acts = part.forest.kinds[0] === ACT;
  const actor = part.forest.players[0] as Player;
  const actions = part.forest.counts[0]!;
  const stride = padded(instance.start.counts[actor]);
  const lookAt = acts ? reserve(kernel, actions * stride * 4) : 0;
  let actionWorth = new Float32Array();
  const worth = BOTH.map((player) => {
    instance.descend(player, true);
    if (game.start.branches) putExits(instance, player, solved);
    if (acts && player === actor) kernel.setLook(0, lookAt);
    const { worth: own } = instance.ascend(player, true);
    kernel.setLook(-1, 0);
    if (acts && player === actor) {
      actionWorth = new Float32Array(actions * own.length);
      const looked = new Float32Array(kernel.memory.buffer, lookAt, actions * stride);
      gamePlaces(kernel, instance.start, player).forEach((place, i) => {
        for (let a = 0; a < actions; a++) actionWorth[a * own.length + place] = looked[a * stride + i]!;
      });
    }
    return own.slice();
  });
  return { worth, actionWorth };
}

function putExits(instance: Instance, player: Player, solved: SolvedDeal): void {
  if (!solved.exitWorth) throw new Error('the worths at the exits are not there');
  const stored = solved.exitWorth[player];
  const { exitWorth, exitBest } = instance;
  const stride = instance.exitStrideOf(instance.start);
  const total = instance.game.hands[player].weights.length;
  const places = gamePlaces(instance.kernel, instance.start, player);
  exitWorth.fill(0);
  for (let exit = 0; exit < exitWorth.length / stride; exit++) {
    places.forEach((place, i) => {
      exitWorth[exit * stride + i] = stored[exit * total + place]!;
    });
  }
  exitBest.set(exitWorth);
}

function storedShares(solved: SolvedDeal, node: number): Float32Array {
  const { parts } = solved.nodes.find((stored) => stored.node === node)!;
  return Float32Array.from(parts, (part) => part / PARTS);
}
