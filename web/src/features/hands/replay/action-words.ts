/** What happened, in words: each operation of a hand as its line in the list. */
import type { Operation, TableState } from '@ploscope/poker';
import { formatPct } from '../../../lib/format-number.ts';
import { handsText } from '../../../text/hands.ts';

const words = handsText.replay;

export interface ActionLine {
  readonly words: string;
  /** Beside the words, fainter: what a bet is of the pot. */
  readonly note: string;
}

/** Null for what is said otherwise: hole cards that are dealt, cards of the board. */
export function actionLine(
  operation: Operation,
  before: TableState,
  after: TableState,
  chips: (chips: number) => string,
): ActionLine | null {
  switch (operation.kind) {
    case 'post':
      return plain(words.posted(words.posts[operation.as], chips(operation.chips)));
    case 'fold':
      return plain(words.fold);
    case 'check':
      return plain(words.checks);
    case 'call': {
      const added = (before.stacks[operation.player] ?? 0) - (after.stacks[operation.player] ?? 0);
      return plain(withAllIn(words.call(chips(added)), after, operation.player));
    }
    case 'bet': {
      const isRaise = before.highest > 0 || before.street === 'preflop';
      const said = isRaise ? words.raises(chips(operation.to)) : words.bets(chips(operation.to));
      return { words: withAllIn(said, after, operation.player), note: ofPot(operation, before) };
    }
    case 'show':
      return plain(words.shows);
    case 'muck':
      return plain(words.mucks);
    case 'cash-out':
      return plain(words.cashOut(chips(operation.chips)));
    case 'run':
      return operation.times > 1 ? plain(words.runs(operation.times)) : null;
    default:
      return null;
  }
}

function plain(said: string): ActionLine {
  return { words: said, note: '' };
}

function withAllIn(said: string, after: TableState, player: number): string {
  return after.stacks[player] === 0 ? words.andAllIn(said) : said;
}

/** A raise is measured by the pot as it is after calling. Before the flop sizes are read in big blinds. */
function ofPot(
  { player, to }: Extract<Operation, { kind: 'bet' }>,
  { highest, bets, paid, street }: TableState,
): string {
  if (street === 'preflop') return '';
  const toCall = highest - (bets[player] ?? 0);
  const pot = paid.reduce((sum, chips) => sum + chips, 0) + toCall;
  return pot === 0 ? '' : words.ofPot(formatPct((to - highest) / pot, 0));
}
