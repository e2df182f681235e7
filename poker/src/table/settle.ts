/**
 * What a hand comes to. Each pot loses its rake, is divided among the boards, and on each board among the best hands. One
 * who has no opponent left in a pot takes it whole, without showing. An odd chip of a pot goes to the first board, and on a
 * board to the first tied player to the left of the button; where a house has another custom, `oddChipsFirst` says who
 * comes before.
 */
import { HOLE_CARDS } from '../games.ts';
import { fail, type Result, succeed } from '../result.ts';
import { strengthOf } from './made-hand.ts';
import type { PlayerIndex } from './operation.ts';
import { type BarePot, potsOf } from './pots.ts';
import { NO_RAKE, type Rake, rakeByPot } from './rake.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { Award, Settlement } from './settlement.ts';
import { isContending } from './showdown.ts';
import type { TableState } from './table-state.ts';

/** Refused where the hand is not over, a contender’s cards are unknown, or more rake is taken than there is. */
export const settle = (
  state: TableState,
  rake: Rake = NO_RAKE,
  oddChipsFirst: readonly PlayerIndex[] = [],
): Result<Settlement, Refusal> => {
  if (state.phase !== 'over' && state.phase !== 'showdown') return fail(refusal('not-over'));
  const { returned, pots } = potsOf(state);
  const raked = rakeByPot(
    pots,
    rake,
    state.boards.some((board) => board.length > 0),
  );
  if (!raked.ok) return raked;

  const strengths = new Strengths(state);
  const awards: Award[] = [];
  const won = state.stacks.map(() => 0);
  let kept = -(state.setup.fromHouse ?? 0);
  for (const [index, pot] of pots.entries()) {
    const taken = raked.value[index] ?? 0;
    kept += taken;
    const unknown = divide(state, strengths, pot, index, pot.chips - taken, awards, oddChipsFirst);
    if (unknown > 0) return fail(refusal('unknown', [], String(unknown)));
  }
  for (const { player, chips } of awards) {
    if (state.cashedOut[player] === null) won[player] = (won[player] ?? 0) + chips;
    else kept += chips;
  }
  state.cashedOut.forEach((chips, player) => {
    if (chips === null) return;
    won[player] = chips;
    kept -= chips;
  });

  const stacks = state.stacks.map((stack, i) => stack + (returned[i] ?? 0) + (won[i] ?? 0));
  return succeed({
    returned,
    pots: pots.map((pot, i) => ({ ...pot, rake: raked.value[i] ?? 0 })),
    awards,
    won,
    stacks,
    net: stacks.map((stack, i) => stack - (state.setup.stacks[i] ?? 0)),
    rake: kept,
  });
};

/** Adds the awards of one pot; how many contenders have unknown cards that would be needed. */
const divide = (
  state: TableState,
  strengths: Strengths,
  pot: BarePot,
  index: number,
  chips: number,
  awards: Award[],
  oddChipsFirst: readonly PlayerIndex[],
): number => {
  const contenders = pot.contenders.filter((player) => isContending(state, player));
  if (oddChipsFirst.length > 0) {
    const first = new Set(oddChipsFirst);
    contenders.sort((a, b) => Number(first.has(b)) - Number(first.has(a)) || a - b);
  }
  const award = (board: number, player: PlayerIndex, part: number): void => {
    if (part > 0) awards.push({ pot: index, board, player, chips: part });
  };
  if (contenders.length === 1) {
    award(0, contenders[0] as PlayerIndex, chips);
    return 0;
  }
  const unknown = contenders.filter((player) => state.hands[player]?.length !== HOLE_CARDS[state.setup.game]).length;
  if (unknown > 0) return unknown;
  for (const [board, onBoard] of parts(chips, state.boards.length).entries()) {
    const best = Math.max(...contenders.map((player) => strengths.of(player, board)));
    const winners = contenders.filter((player) => strengths.of(player, board) === best);
    for (const [i, part] of parts(onBoard, winners.length).entries()) award(board, winners[i] as PlayerIndex, part);
  }
  return 0;
};

/** Equal parts, the first of them one more where it does not come out even. */
const parts = (chips: number, count: number): number[] => {
  const each = Math.floor(chips / count);
  return Array.from({ length: count }, (_, i) => each + (i < chips - each * count ? 1 : 0));
};

/** Strengths of the hands on the boards, each worked out once. */
class Strengths {
  readonly #known: number[] = [];
  readonly #state: TableState;

  constructor(state: TableState) {
    this.#state = state;
  }

  of(player: PlayerIndex, board: number): number {
    const { boards, hands, setup } = this.#state;
    const index = player * boards.length + board;
    this.#known[index] ??= strengthOf(setup.game, hands[player] ?? [], boards[board] ?? []);
    return this.#known[index] as number;
  }
}
