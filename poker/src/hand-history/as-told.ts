/**
 * The end of a replayed hand beside what its source told of it: the settlement by the rules, if it is the one that was
 * told; both figures where it is not.
 *
 * Two things only the source knows: what the house took, and who gave up at the showdown without a word.
 */
import { HOLE_CARDS } from '../games.ts';
import { fail, type Result } from '../result.ts';
import { type BarePot, potsOf } from '../table/pots.ts';
import type { Rake } from '../table/rake.ts';
import { refusalText } from '../table/refusal.ts';
import { settle } from '../table/settle.ts';
import type { Settlement } from '../table/settlement.ts';
import { isContending } from '../table/showdown.ts';
import { apply } from '../table/table.ts';
import type { TableState } from '../table/table-state.ts';
import { replayMistakes as say } from '../text/en-replay.ts';
import { type HandError, handError } from './hand-error.ts';
import { formatChips } from './money.ts';
import type { PlayedHand, Told } from './played-hand.ts';

export const settleAsTold = (hand: PlayedHand, end: TableState): Result<Settlement, HandError> => {
  const lists = wrongLists(hand);
  if (lists !== null) return fail(handError('mismatch', lists));
  const state = giveUp(end, wonAsTold(hand, end));
  const unknown = unknownContenders(state);
  if (unknown.length > 0 && contendersOf(state).length > 1) {
    return fail(handError('incomplete', say.unknownCards(unknown.map((player) => hand.players[player]?.name ?? ''))));
  }
  const { pots } = potsOf(state);
  const settled = settle(state, rakeAsTold(hand, state, pots));
  if (!settled.ok) {
    const message = refusalText(settled.error, (chips) => formatChips(chips, hand.money));
    return fail(handError('mismatch', message));
  }
  const difference = firstDifference(hand, settled.value);
  return difference === null ? settled : fail(handError('mismatch', difference));
};

/** Contenders whose cards are not known, or else were not shown, and who won nothing, gave up. */
const giveUp = (end: TableState, won: readonly number[] | null): TableState => {
  if (won === null || unknownContenders(end).length === 0) return end;
  const unseen = drop(end, won, unknownContenders(end));
  if (unknownContenders(unseen).length === 0) return unseen;
  return drop(
    unseen,
    won,
    contendersOf(unseen).filter((player) => !unseen.shown[player]),
  );
};

const drop = (from: TableState, won: readonly number[], players: readonly number[]): TableState => {
  let state = from;
  for (const player of players) {
    if (won[player] !== 0) continue;
    const next = apply(state, { kind: 'muck', player });
    if (next.ok) state = next.value;
  }
  return state;
};

const contendersOf = (state: TableState): number[] =>
  state.folded.map((_, player) => player).filter((player) => isContending(state, player));

const unknownContenders = (state: TableState): number[] =>
  contendersOf(state).filter((player) => state.hands[player]?.length !== HOLE_CARDS[state.setup.game]);

/** What each player got out of the pots by the source’s account; null where it has none. */
const wonAsTold = ({ told }: PlayedHand, end: TableState): readonly number[] | null => {
  if (told.won !== null) return told.won;
  if (told.stacks === null) return null;
  const { returned } = potsOf(end);
  return told.stacks.map((stack, i) => stack - (end.stacks[i] ?? 0) - (returned[i] ?? 0));
};

const rakeAsTold = (hand: PlayedHand, end: TableState, pots: readonly BarePot[]): Rake => {
  const chips = takenAsTold(hand, end, pots);
  const net = hand.told.pots;
  const gross = sum(pots.map((pot) => pot.chips));
  if (net !== null && net.length === pots.length && sum(net) === gross - chips) {
    return { kind: 'pots', chips: pots.map((pot, i) => pot.chips - (net[i] ?? 0)) };
  }
  return { kind: 'total', chips };
};

const takenAsTold = (hand: PlayedHand, end: TableState, pots: readonly BarePot[]): number => {
  const { rake, fees } = hand.told;
  if (rake !== null || fees !== null) return (rake ?? 0) + (fees ?? 0);
  const won = wonAsTold(hand, end);
  if (won === null || end.cashedOut.some((chips) => chips !== null)) return 0;
  return Math.max(0, sum(pots.map((pot) => pot.chips)) - sum(won));
};

const LISTS = ['won', 'returned', 'stacks'] as const satisfies readonly (keyof Told)[];

const wrongLists = ({ told, players }: PlayedHand): string | null => {
  for (const list of LISTS) {
    const length = told[list]?.length ?? players.length;
    if (length !== players.length) return say.listLength(list, length, players.length);
  }
  return null;
};

const firstDifference = (hand: PlayedHand, settlement: Settlement): string | null => {
  const { told, players, money } = hand;
  const chips = (amount: number): string => formatChips(amount, money);
  const differ = (what: string, was: number | null | undefined, is: number): string | null =>
    was === null || was === undefined || was === is ? null : say.differs(what, chips(was), chips(is));
  const gross = settlement.pots.map((pot) => pot.chips);

  for (const [i, { name }] of players.entries()) {
    const found =
      differ(say.returned(name), told.returned?.[i], settlement.returned[i] ?? 0) ??
      differ(say.won(name), told.won?.[i], settlement.won[i] ?? 0) ??
      differ(say.stack(name), told.stacks?.[i], settlement.stacks[i] ?? 0);
    if (found !== null) return found;
  }
  const pot = differ(say.pot(), told.pot, sum(gross));
  if (pot !== null || told.pots === null) return pot;
  const net = settlement.pots.map(({ chips: all, rake }) => all - rake);
  if (told.pots.every((one, i) => one === net[i]) || told.pots.every((one, i) => one === gross[i])) return null;
  return say.differs(say.pots(), told.pots.map(chips).join(', '), gross.map(chips).join(', '));
};

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
