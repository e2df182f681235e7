/**
 * One line of what happens: a marker of a street, something a player does (`name: verb …`), or something that happens to
 * a player. Talk, comings and goings are passed over; a line of a player at the table with a verb nobody knows is an error.
 */
import { handMistakes } from '../../../text/en-hands.ts';
import { readAmount } from '../../reading/amount.ts';
import { readCards } from '../../reading/card-text.ts';
import type { HandDraft, SeatIndex } from '../../reading/hand-draft.ts';
import { readStreetMarker } from '../../reading/street-marker.ts';
import { readActionLine } from './action-line.ts';

/** Chips in the pot that no player put there. */
const HOUSE_CHIPS = /^(?:Cash Drop to Pot ?: total |STP added: )/;

export const readCourseLine = (line: string, draft: HandDraft): void => {
  const actor = draft.nameAt(line, ': ');
  if (actor >= 0) {
    readActionLine(actor, line.slice(draft.nameOf(actor).length + 2), line, draft);
  } else if (line.startsWith('*** ')) {
    readStreetMarker(line, draft);
  } else if (line.startsWith('Dealt to ')) {
    readDealtLine(line, draft);
  } else if (line.startsWith('Uncalled bet (')) {
    readUncalledLine(line, draft);
  } else if (HOUSE_CHIPS.test(line)) {
    readGift(line, draft);
  } else {
    const player = draft.nameAt(line, ' ');
    if (player >= 0) readEvent(player, line.slice(draft.nameOf(player).length + 1), line, draft);
    else if (!line.includes(' said, "')) {
      if (STRANGER.test(line)) draft.fail('unreadable', handMistakes.unknownPlayer(line));
      else if (CARDS.test(line)) draft.fail('unreadable', handMistakes.unreadableLine(line));
    }
  }
};

/** Cards that belong to something, in a line that says nothing known. */
const CARDS = / \[(?:[2-9TJQKA][cdhs] ?)+\]/;

/** Does something in the hand, though nobody of that name sits at the table. */
const STRANGER = /: (?:folds|checks|calls|bets|raises|posts|shows|mucks)\b| collected [$€£₹¥]?\d/;

const readGift = (line: string, draft: HandDraft): void => {
  const chips = readAmount(line, draft.head.money.decimals, HOUSE_CHIPS.exec(line)?.[0].length);
  if (chips === null) draft.fail('unreadable', handMistakes.unreadableAmount(line));
  else draft.giveFromHouse(chips);
};

/** `Dealt to name [cards]`; some sites write the line for everybody, without cards for others than the hero. */
const readDealtLine = (line: string, draft: HandDraft): void => {
  const open = line.lastIndexOf(' [');
  const name = line.slice('Dealt to '.length, open < 0 ? line.length : open);
  const player = draft.named(name);
  if (player < 0) {
    draft.fail('unreadable', handMistakes.unknownPlayer(line));
    return;
  }
  draft.dealIn(player);
  if (open < 0) return;
  const cards = readCards(line.slice(open));
  if (cards === null) {
    draft.fail('unreadable', handMistakes.unreadableCards(line));
    return;
  }
  draft.knowCards(player, cards, line);
  draft.dealtTo(player);
};

const readUncalledLine = (line: string, draft: HandDraft): void => {
  const player = draft.named(line.slice(line.indexOf(') returned to ') + ') returned to '.length));
  const chips = readAmount(line, draft.head.money.decimals, 'Uncalled bet ('.length);
  if (player < 0) draft.fail('unreadable', handMistakes.unknownPlayer(line));
  else if (chips === null) draft.fail('unreadable', handMistakes.unreadableAmount(line));
  else draft.chips.giveBack(player, chips);
};

/** `name collected $12 from side pot-1`, `name cashed out the hand for $6 | Cash Out Fee $0.06`; anything else is talk. */
const readEvent = (player: SeatIndex, what: string, line: string, draft: HandDraft): void => {
  const isCollected = what.startsWith('collected ');
  const isCashedOut = what.startsWith('cashed out the hand for ');
  if (!isCollected && !isCashedOut) return;
  const from = isCollected ? 'collected '.length : 'cashed out the hand for '.length;
  const chips = readAmount(what, draft.head.money.decimals, from);
  draft.dealIn(player);
  if (chips === null) draft.fail('unreadable', handMistakes.unreadableAmount(line));
  else if (isCollected) draft.chips.collect(player, chips);
  else draft.chips.cashOut(player, chips);
};
