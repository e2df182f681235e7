/**
 * PHH’s actions as operations. `cc` becomes a check or a call by what lies in front of the players. Comments are for
 * human readers and passed over, but for those in files that this program wrote (`write-actions.ts`).
 */
import type { Card } from '../../../cards.ts';
import type { Operation, PlayerIndex, PostKind } from '../../../table/operation.ts';
import { documentMistakes, type HandSaid } from '../../../text/en-hand-documents.ts';
import type { BetsSoFar } from '../../reading/bets-so-far.ts';
import { type Decimal, toMinor } from '../decimal.ts';
import { parseSeenCards, type SeenCards } from '../seen-cards.ts';
import { type ActionWords, betAmount, noteAmount, playerOf } from './action-words.ts';

export interface ActionsAround {
  readonly players: number;
  readonly decimals: number;
  /** Comments say what PHH cannot. */
  readonly ours: boolean;
  readonly bets: BetsSoFar;
  /** Called with the first thing that cannot be read. */
  readonly refuse: (said: HandSaid, line: number) => void;
}

const BET_KINDS: readonly PostKind[] = ['ante', 'small-blind', 'big-blind', 'straddle', 'late', 'dead'];

export const readActions = (actions: readonly ActionWords[], around: ActionsAround): readonly Operation[] => {
  const operations: Operation[] = [];
  const dealt = new Map<PlayerIndex, readonly Card[]>();
  for (const action of actions) {
    const operation = readAction(action, around, dealt);
    if (operation === null) continue;
    around.bets.follow(operation);
    if (operation.kind === 'deal') dealt.set(operation.player, operation.cards);
    operations.push(operation);
  }
  return operations;
};

/** Null where nothing is done: an empty entry, a comment alone, or an error. */
const readAction = (
  action: ActionWords,
  around: ActionsAround,
  dealt: ReadonlyMap<PlayerIndex, readonly Card[]>,
): Operation | null => {
  const [actor, verb] = action.words;
  if (actor === undefined) return around.ours ? readNote(action, around) : null;
  if (actor === 'd') return readDealing(action, around);
  const player = playerOf(actor, around.players);
  if (player < 0) return refused(around, documentMistakes.noSuchPlayer(actor), action);
  if (verb === 'f') return { kind: 'fold', player };
  if (verb === 'cc') return readCheckOrCall(player, action, around);
  if (verb === 'cbr') {
    const to = chips(betAmount(action), around);
    return to === null
      ? refused(around, documentMistakes.badAmount(action.words[2] ?? ''), action)
      : { kind: 'bet', player, to };
  }
  if (verb === 'sm') return readShowing(player, action, around, dealt.get(player) ?? []);
  return refused(around, documentMistakes.badAction(action.text), action);
};

const readDealing = (action: ActionWords, around: ActionsAround): Operation | null => {
  const [, what, ...rest] = action.words;
  if (what === 'db') {
    const seen = seenCards(rest, action, around);
    return seen === null ? null : { kind: 'board', board: 0, cards: seen.cards };
  }
  const player = playerOf(rest[0], around.players);
  if (what !== 'dh' || player < 0) return refused(around, documentMistakes.badAction(action.text), action);
  const seen = seenCards(rest.slice(1), action, around);
  const told = !around.ours || action.note[0] !== 'not';
  return seen === null || !told ? null : { kind: 'deal', player, cards: seen.cards };
};

const readCheckOrCall = (player: PlayerIndex, action: ActionWords, around: ActionsAround): Operation => {
  const note = around.ours ? action.note[0] : undefined;
  if (note === 'check' || (note !== 'call' && !around.bets.faces(player))) return { kind: 'check', player };
  const told = around.ours ? chips(noteAmount(action), around) : null;
  return told === null ? { kind: 'call', player } : { kind: 'call', player, chips: told };
};

const readShowing = (
  player: PlayerIndex,
  action: ActionWords,
  around: ActionsAround,
  dealt: readonly Card[],
): Operation | null => {
  const shown = action.words.slice(2);
  if (shown.length === 0) return { kind: 'muck', player };
  if (shown.length === 1 && shown[0] === '-') return { kind: 'show', player, cards: dealt };
  const seen = seenCards(shown, action, around);
  if (seen === null) return null;
  // Elsewhere `????` is what became of hands that were not shown, and so could not win.
  return seen.cards.length === 0 && !around.ours
    ? { kind: 'muck', player }
    : { kind: 'show', player, cards: seen.cards };
};

/** What PHH has no action for, in the words of `write-actions.ts`. Other comments are comments. */
const readNote = (action: ActionWords, around: ActionsAround): Operation | null => {
  const [what, first, second] = action.note;
  const number = /^[1-9]$/.test(first ?? '') ? Number(first) : 0;
  if (what === 'run' && number > 0) return { kind: 'run', times: number };
  if (what === 'board' && number > 0) {
    const seen = seenCards([second ?? ''], action, around);
    return seen === null ? null : { kind: 'board', board: number - 1, cards: seen.cards };
  }
  const player = playerOf(first, around.players);
  const amount = chips(noteAmount(action), around);
  if (player < 0 || amount === null) return null;
  if (what === 'cash-out') return { kind: 'cash-out', player, chips: amount };
  const as = BET_KINDS.find((kind) => kind === second);
  return what === 'post' && as !== undefined ? { kind: 'post', player, as, chips: amount } : null;
};

const chips = (amount: Decimal | null, { decimals }: ActionsAround): number | null =>
  amount === null || amount.negative ? null : toMinor(amount, decimals);

const seenCards = (words: readonly string[], action: ActionWords, around: ActionsAround): SeenCards | null => {
  const text = words.join('');
  const seen = text === '' ? null : parseSeenCards(text);
  return seen ?? refused(around, documentMistakes.badCards(text), action);
};

const refused = (around: ActionsAround, said: HandSaid, { line }: ActionWords): null => {
  around.refuse(said, line);
  return null;
};
