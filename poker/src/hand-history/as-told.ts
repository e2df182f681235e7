/**
 * The end of a replayed hand beside what its source told of it: the settlement by the rules, if it is the one that was
 * told; both figures where it is not.
 *
 * What only the source knows is taken from it: what the house took, and who gave up at the showdown without a word. How a
 * house rounds differs (from which pot the rake is, who gets an odd chip): the custom with which all comes out as told is
 * the one that was followed, and where none does, the difference is an error.
 */
import { HOLE_CARDS } from '../games.ts';
import { fail, type Result } from '../result.ts';
import { type Pots, potsOf } from '../table/pots.ts';
import type { Rake } from '../table/rake.ts';
import { refusalText } from '../table/refusal.ts';
import { settle } from '../table/settle.ts';
import type { Settlement } from '../table/settlement.ts';
import { isContending } from '../table/showdown.ts';
import { apply } from '../table/table.ts';
import type { TableState } from '../table/table-state.ts';
import { replayMistakes as say } from '../text/en-replay.ts';
import { firstDifference } from './differences.ts';
import { type HandError, handError } from './hand-error.ts';
import { formatChips } from './money.ts';
import type { PlayedHand, Told } from './played-hand.ts';
import { rakesAsTold } from './rake-as-told.ts';

export const settleAsTold = (hand: PlayedHand, end: TableState): Result<Settlement, HandError> => {
  const lists = wrongLists(hand);
  if (lists !== null) return fail(handError('mismatch', lists));
  const pots = potsOf(end);
  const won = wonAsTold(hand, end, pots);
  const state = giveUp(end, won);
  const unknown = unknownContenders(state);
  if (unknown.length > 0 && contendersOf(state).length > 1) {
    return fail(handError('incomplete', say.unknownCards(unknown.map((player) => hand.players[player]?.name ?? ''))));
  }

  let difference: string | null = null;
  for (const rake of rakesAsTold(hand, state, pots.pots, won)) {
    const settled = settleAs(hand, state, rake, won);
    if (settled.ok) return settled;
    difference ??= settled.error;
  }
  return fail(handError('mismatch', difference ?? ''));
};

/** With this rake, and odd chips for whoever got more than by the rules; or what differs with odd chips by the rules. */
const settleAs = (
  hand: PlayedHand,
  state: TableState,
  rake: Rake,
  won: readonly number[] | null,
): Result<Settlement, string> => {
  const settled = settle(state, rake);
  if (!settled.ok) return fail(refusalText(settled.error, (chips) => formatChips(chips, hand.money)));
  const difference = firstDifference(hand, settled.value);
  if (difference === null) return settled;
  const ahead = settled.value.won.flatMap((chips, player) => ((won?.[player] ?? 0) > chips ? [player] : []));
  const otherwise = ahead.length === 0 ? null : settle(state, rake, ahead);
  return otherwise?.ok && firstDifference(hand, otherwise.value) === null ? otherwise : fail(difference);
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
const wonAsTold = ({ told }: PlayedHand, end: TableState, { returned }: Pots): readonly number[] | null => {
  if (told.won !== null) return told.won;
  return told.stacks?.map((stack, i) => stack - (end.stacks[i] ?? 0) - (returned[i] ?? 0)) ?? null;
};

const LISTS = ['won', 'returned', 'stacks'] as const satisfies readonly (keyof Told)[];

const wrongLists = ({ told, players }: PlayedHand): string | null => {
  for (const list of LISTS) {
    const length = told[list]?.length ?? players.length;
    if (length !== players.length) return say.listLength(list, length, players.length);
  }
  return null;
};
