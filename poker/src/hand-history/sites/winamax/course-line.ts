/**
 * One line of what happens, `name verb …` without a colon. Names may have blanks, so the longest name at the table that the
 * line begins with is meant.
 */
import { handMistakes } from '../../../text/en-hands.ts';
import { readAmount } from '../../reading/amount.ts';
import { lastBracketed, readCards } from '../../reading/card-text.ts';
import type { HandDraft, SeatIndex } from '../../reading/hand-draft.ts';
import { readStreetMarker } from '../../reading/street-marker.ts';

export const readCourseLine = (line: string, draft: HandDraft): void => {
  if (line.startsWith('*** ')) {
    readStreetMarker(line, draft);
    return;
  }
  const player = draft.nameAt(line, ' ');
  if (player >= 0) {
    readAction(player, line.slice(draft.nameOf(player).length + 1), line, draft);
  } else if (line.startsWith('Dealt to ')) {
    readDealtLine(line, draft);
  } else if (HOUSE_CHIPS.test(line)) {
    const chips = readAmount(line, draft.head.money.decimals, HOUSE_CHIPS.exec(line)?.[0].length);
    if (chips === null) draft.fail('unreadable', handMistakes.unreadableAmount(line));
    else draft.giveFromHouse(chips);
  } else if (CARDS.test(line)) {
    draft.fail('unreadable', handMistakes.unreadableLine(line));
  } else if (STRANGER.test(line)) {
    draft.fail('unreadable', handMistakes.unknownPlayer(line));
  }
};

/** Cards that belong to something, in a line that says nothing known. */
const CARDS = / \[(?:[2-9TJQKA][cdhs] ?)+\]/;

/** Chips in the pot that no player put there. */
const HOUSE_CHIPS = /^[A-Z][A-Za-z-]{1,20} to Pot: total /;

/** Does something in the hand, though nobody of that name sits at the table. */
const STRANGER =
  / (?:folds|checks)$| shows \[| (?:calls|bets|raises|collected|posts small blind|posts big blind|posts ante) \d/;

const readDealtLine = (line: string, draft: HandDraft): void => {
  const open = line.lastIndexOf(' [');
  const player = draft.named(line.slice('Dealt to '.length, Math.max(0, open)));
  const cards = readCards(lastBracketed(line) ?? '?');
  if (player < 0) draft.fail('unreadable', handMistakes.unknownPlayer(line));
  else if (cards === null) draft.fail('unreadable', handMistakes.unreadableCards(line));
  else {
    draft.knowCards(player, cards, line);
    draft.dealtTo(player);
  }
};

type Reader = (player: SeatIndex, what: string, line: string, draft: HandDraft) => void;

/** Reads the amount behind the words. */
const amount =
  (words: string, use: (draft: HandDraft, player: SeatIndex, chips: number, what: string) => void): Reader =>
  (player, what, line, draft) => {
    const chips = readAmount(what, draft.head.money.decimals, words.length);
    if (chips === null) draft.fail('unreadable', handMistakes.unreadableAmount(line));
    else use(draft, player, chips, what);
  };

const entry = (words: string, use: Parameters<typeof amount>[1]): readonly [string, Reader] => [
  words,
  amount(words, use),
];

const OUT_OF_POSITION = 'out of position';

const raise: Reader = (player, what, line, draft) => {
  const to = what.indexOf(' to ');
  // Before the deal it is a blind that the site names so, and no two figures of it agree.
  if (!draft.hasHoleCards || to < 0) {
    draft.fail('unreadable', handMistakes.unreadableLine(line));
    return;
  }
  const by = readAmount(what, draft.head.money.decimals, 'raises '.length);
  const sum = readAmount(what, draft.head.money.decimals, to + ' to '.length);
  if (by === null || sum === null) draft.fail('unreadable', handMistakes.unreadableAmount(line));
  else draft.raiseTo(player, by, sum, line);
};

const end: Reader = (player, what, line, draft) => {
  const open = what.indexOf('[');
  const cards = open < 0 ? [] : readCards(what.slice(open, what.indexOf(']', open)));
  if (cards === null) draft.fail('unreadable', handMistakes.unreadableCards(line));
  else if (what.startsWith('shows')) draft.show(player, cards, line);
  else draft.muck(player);
};

const ACTIONS: readonly (readonly [words: string, read: Reader])[] = [
  ['folds', (player, _what, _line, draft) => draft.fold(player)],
  ['checks', (player, _what, _line, draft) => draft.check(player)],
  entry('calls ', (draft, player, chips) => draft.call(player, chips)),
  entry('bets ', (draft, player, chips) => draft.betTo(player, draft.chips.betOf(player) + chips)),
  ['raises ', raise],
  ['shows [', end],
  ['mucks', end],
  entry('collected ', (draft, player, chips) => draft.chips.collect(player, chips)),
  entry('posts small blind ', (draft, player, chips, what) =>
    draft.post(player, draft.chips.hasSmallBlind || what.endsWith(OUT_OF_POSITION) ? 'dead' : 'small-blind', chips),
  ),
  entry('posts big blind ', (draft, player, chips, what) =>
    draft.post(player, draft.chips.hasBigBlind || what.endsWith(OUT_OF_POSITION) ? 'late' : 'big-blind', chips),
  ),
  entry('posts ante ', (draft, player, chips) => draft.post(player, 'ante', chips)),
  entry('posts the ante ', (draft, player, chips) => draft.post(player, 'ante', chips)),
  entry('posts straddle ', (draft, player, chips) =>
    draft.post(player, 'straddle', Math.max(0, chips - draft.chips.betOf(player))),
  ),
  entry('posts dead blind ', (draft, player, chips) => draft.post(player, 'dead', chips)),
  entry('cashed out ', (draft, player, chips) => draft.chips.cashOut(player, chips)),
];

const readAction: Reader = (player, what, line, draft) => {
  const known = ACTIONS.find(([words]) => what.startsWith(words));
  if (known !== undefined) known[1](player, what, line, draft);
  else if (!IDLE.test(what)) draft.fail('unreadable', handMistakes.unreadableLine(line));
};

/** Talk, comings and goings. */
const IDLE =
  /^(?:said|is |has |was |will |sits|joins|leaves|left|deny|denies|refused|eliminated|wins|finished|doesn't|does not|stands|returns|re-?buys|adds)/;
