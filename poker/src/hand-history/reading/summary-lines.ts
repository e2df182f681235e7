/**
 * Lines of a summary that sites have in common: the boards once more, and what became of each seat, which is the only
 * place where the cards of hands thrown away stand. What a summary says against the hand is an error, because one of the
 * two is wrong.
 */
import { handMistakes } from '../../text/en-hands.ts';
import { readAmount } from './amount.ts';
import { readCards } from './card-text.ts';
import type { HandDraft, SeatIndex } from './hand-draft.ts';
import { ORDINALS } from './street-marker.ts';

const BOARD = /^(?:[A-Za-z]+ )?Board:? \[/;

/** `Board [2d 4h Ac 7h Qs]`, `SECOND Board [5d Kh]`: what was dealt before, or the end of it. False for other lines. */
export const readBoardLine = (line: string, draft: HandDraft): boolean => {
  if (!BOARD.test(line)) return false;
  const cards = readCards(line.slice(line.indexOf('[')));
  const ordinal = ORDINALS.indexOf(line.slice(0, line.indexOf(' ')).toUpperCase());
  if (cards === null) draft.fail('unreadable', handMistakes.unreadableCards(line));
  else if (!draft.boards.endsWith(ordinal < 0 ? null : ordinal, cards)) {
    draft.fail('mismatch', handMistakes.boardCards(line));
  }
  return true;
};

const POSITION = /^\((button|small blind|big blind|button blind|small blind\/button)\) /;

/** `Seat 4: name (big blind) showed [As Ac 6s 6h] and won ($12.50) with a pair of Aces`. */
export const readSeatResult = (line: string, draft: HandDraft): void => {
  const colon = line.indexOf(': ');
  const player = draft.onSeat(Number(line.slice('Seat '.length, colon)));
  if (player < 0 && / (?:folded (?:on|before)|showed|mucked|collected|won) ?/.test(line)) {
    draft.fail('unreadable', handMistakes.unknownPlayer(line));
  }
  if (colon < 0 || player < 0 || draft.nameAt(line, ' ', colon + 2) !== player) return;
  let what = line.slice(colon + 3 + draft.nameOf(player).length);
  for (let position = POSITION.exec(what); position !== null; position = POSITION.exec(what)) {
    const isMissing =
      (position[1] === 'small blind' && !draft.chips.hasSmallBlind) ||
      (position[1] === 'big blind' && !draft.chips.hasBigBlind);
    if (isMissing) draft.fail('mismatch', handMistakes.blindUntold(line));
    what = what.slice(position[0].length);
  }
  readResult(player, what, line, draft);
};

const readResult = (player: SeatIndex, what: string, line: string, draft: HandDraft): void => {
  const { chips } = draft;
  // `folded` alone is said of players who were not dealt in, too.
  if (/^folded (?:on|before)/.test(what)) draft.dealIn(player);
  if (/cashed out|Cashout/.test(what) && chips.cashedOut(player) === null) {
    draft.fail('mismatch', handMistakes.cashOutUntold(line));
  }
  const offer = offerTo(what, draft);
  if (offer !== 0 && offer !== chips.offeredTo(player)) draft.fail('mismatch', handMistakes.cashOutUntold(line));
  const won = wonBy(what, draft);
  if (won !== null && chips.wonBy(player) > 0 && won !== chips.wonBy(player)) {
    draft.fail('mismatch', handMistakes.wonOtherwise(line));
  }
  const isShown = what.startsWith('showed [');
  if (!isShown && !what.startsWith('mucked')) return;
  const open = what.indexOf('[');
  const cards = open < 0 ? [] : readCards(what.slice(open, what.indexOf(']', open)));
  if (cards === null) {
    draft.fail('unreadable', handMistakes.unreadableCards(line));
  } else if (isShown) {
    draft.show(player, cards, line);
  } else {
    if (cards.length > 0) draft.knowCards(player, cards, line);
    draft.muck(player);
  }
};

/** GG: `EV Cashout ($14.5)` was received, `Cashout Risk ($19)` and `AII Premium ($4)` were paid. */
const offerTo = (what: string, draft: HandDraft): number => {
  let sum = 0;
  for (const found of what.matchAll(/\b(EV Cashout|Cashout Risk|AII Premium) \(/g)) {
    const chips = readAmount(what, draft.head.money.decimals, found.index + found[0].length) ?? 0;
    sum += found[1] === 'EV Cashout' ? chips : -chips;
  }
  return sum;
};

/** All that the line says was won, board by board; null where it says nothing that can be read. */
const wonBy = (what: string, draft: HandDraft): number | null => {
  let won: number | null = null;
  for (const found of what.matchAll(/\b(?:won|collected) \(?/g)) {
    const chips = readAmount(what, draft.head.money.decimals, found.index + found[0].length);
    if (chips !== null) won = (won ?? 0) + chips;
  }
  return won;
};
