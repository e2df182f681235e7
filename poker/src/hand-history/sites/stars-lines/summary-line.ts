/**
 * A line below `*** SUMMARY ***`: the pot and what was taken from it, the boards once more, and what became of each seat,
 * which is the only place where cards of thrown away hands stand.
 */
import { handMistakes } from '../../../text/en-hands.ts';
import { readAmount } from '../../reading/amount.ts';
import { readCards } from '../../reading/card-text.ts';
import type { HandDraft, SeatIndex } from '../../reading/hand-draft.ts';

export const readSummaryLine = (line: string, draft: HandDraft): void => {
  if (line.startsWith('Total pot ')) readPotLine(line, draft);
  else if (line.startsWith('Seat ')) readSeatResult(line, draft);
  else if (/^(?:[A-Z]+ )?Board:? \[/.test(line)) readBoardLine(line, draft);
};

const NAMED_POT = /(?:Main|Side) pot(?:-\d+)? (\S+)/g;

/** `Total pot $26.35 Main pot $5.55. Side pot $19.68. | Rake $1.12`, with `| Jackpot $0 | Bingo $0 …` of GG behind. */
const readPotLine = (line: string, draft: HandDraft): void => {
  const { decimals } = draft.head.money;
  const { chips } = draft;
  const [first = '', ...parts] = line.split(' | ');
  const amounts: (number | null)[] = [];
  const named = [...first.matchAll(NAMED_POT)].map((pot) => readAmount(pot[1]!, decimals));
  chips.pot = readAmount(first, decimals, 'Total pot '.length);
  amounts.push(chips.pot, ...named);
  for (const part of parts) {
    const words = /^[A-Za-z ]*/.exec(part)![0];
    const taken = readAmount(part, decimals, words.length);
    amounts.push(taken);
    if (words.startsWith('Rake')) chips.rake = taken;
    else if (words.startsWith('STP')) draft.fail('unsupported-variant', handMistakes.houseChips(line));
    else chips.fees = (chips.fees ?? 0) + (taken ?? 0);
  }
  if (amounts.includes(null)) draft.fail('unreadable', handMistakes.unreadableAmount(line));
  chips.pots = named.length > 0 ? named.map((pot) => pot ?? 0) : null;
  draft.isWhole = true;
};

const ORDINALS = ['FIRST', 'SECOND', 'THIRD', 'FOURTH'];

/** `Board [2d 4h Ac 7h Qs]`, `SECOND Board [5d Kh]`: what was dealt before, or the end of it. */
const readBoardLine = (line: string, draft: HandDraft): void => {
  const cards = readCards(line.slice(line.indexOf('[')));
  const ordinal = ORDINALS.indexOf(line.slice(0, line.indexOf(' ')));
  if (cards === null) draft.fail('unreadable', handMistakes.unreadableCards(line));
  else if (!draft.boards.endsWith(ordinal < 0 ? null : ordinal, cards)) {
    draft.fail('mismatch', handMistakes.boardCards(line));
  }
};

const POSITION = /^\((?:button|small blind|big blind|button blind|small blind\/button)\) /;

const readSeatResult = (line: string, draft: HandDraft): void => {
  const colon = line.indexOf(': ');
  const player = draft.onSeat(Number(line.slice(5, colon)));
  if (colon < 0 || player < 0 || draft.nameAt(line, ' ', colon + 2) !== player) return;
  let what = line.slice(colon + 3 + draft.nameOf(player).length);
  while (POSITION.test(what)) what = what.replace(POSITION, '');
  readResult(player, what, line, draft);
};

const readResult = (player: SeatIndex, what: string, line: string, draft: HandDraft): void => {
  const isShown = what.startsWith('showed [');
  const isMucked = what.startsWith('mucked');
  if (what.startsWith('folded before') || what.startsWith('folded on')) draft.dealIn(player);
  if (!isShown && !isMucked) return;
  const open = what.indexOf('[');
  const cards = open < 0 ? [] : readCards(what.slice(open, what.indexOf(']', open)));
  if (cards === null) {
    draft.fail('unreadable', handMistakes.unreadableCards(line));
    return;
  }
  if (isShown) {
    draft.show(player, cards, line);
  } else {
    if (cards.length > 0) draft.knowCards(player, cards, line);
    draft.muck(player);
  }
};
