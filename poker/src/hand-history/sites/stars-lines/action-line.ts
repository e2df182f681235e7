/** What stands behind `name: ` — posts, decisions, hands shown or thrown away, and offers of the house. */
import { handMistakes } from '../../../text/en-hands.ts';
import { readAmount } from '../../reading/amount.ts';
import { readCards } from '../../reading/card-text.ts';
import type { HandDraft, SeatIndex } from '../../reading/hand-draft.ts';
import { readPost } from './post.ts';

/** Said of a player, about nothing in the hand. */
const IDLE = [
  'is',
  'has',
  'was',
  'sits',
  'leaves',
  'joins',
  'said,',
  'will',
  'Chooses',
  'get',
  'gets',
  're-buys',
  'takes',
];

export const readActionLine = (player: SeatIndex, what: string, line: string, draft: HandDraft): void => {
  const blank = what.indexOf(' ');
  const verb = blank < 0 ? what : what.slice(0, blank);
  switch (verb) {
    case 'folds':
      seeCards(player, what, line, draft);
      draft.fold(player);
      return;
    case 'checks':
      draft.check(player);
      return;
    case 'calls':
      withAmount(what, 'calls '.length, line, draft, (chips) => draft.call(player, chips));
      return;
    case 'bets':
      withAmount(what, 'bets '.length, line, draft, (chips) => draft.betTo(player, draft.chips.betOf(player) + chips));
      return;
    case 'raises': {
      const to = what.indexOf(' to ');
      withAmount(what, 'raises '.length, line, draft, (by) =>
        withAmount(what, to < 0 ? what.length : to + ' to '.length, line, draft, (chips) =>
          draft.raiseTo(player, by, chips, line),
        ),
      );
      return;
    }
    case 'posts':
    case 'straddle':
      readPost(player, what, line, draft);
      return;
    case 'shows':
    case 'showed':
      showCards(player, what, line, draft);
      return;
    case 'mucks':
    case 'mucked':
      seeCards(player, what, line, draft);
      draft.muck(player);
      return;
    case "doesn't":
    case 'does':
      // `doesn't show hand`: of a winner, whom nobody can ask to.
      return;
    case 'get':
    case 'gets':
      // An insurance, whose premium is told later.
      draft.chips.cashOut(player, 0);
      draft.awaitsPremium = player;
      return;
    case 'Receives':
    case 'Pays':
    case 'receive':
    case 'pay':
      readOffer(player, what, line, draft);
      return;
    default:
      if (!IDLE.includes(verb)) draft.fail('unreadable', handMistakes.unreadableLine(line));
  }
};

const withAmount = (what: string, from: number, line: string, draft: HandDraft, use: (chips: number) => void): void => {
  const chips = readAmount(what, draft.head.money.decimals, from);
  if (chips === null) draft.fail('unreadable', handMistakes.unreadableAmount(line));
  else use(chips);
};

/** The cards in brackets: none when there are no brackets, null when they cannot be read. */
const bracketed = (what: string): ReturnType<typeof readCards> => {
  const open = what.indexOf('[');
  const end = what.indexOf(']', open);
  if (open < 0) return [];
  return end < 0 ? null : readCards(what.slice(open, end));
};

const seeCards = (player: SeatIndex, what: string, line: string, draft: HandDraft): void => {
  const cards = bracketed(what);
  if (cards === null) draft.fail('unreadable', handMistakes.unreadableCards(line));
  else if (cards.length > 0) draft.knowCards(player, cards, line);
};

const showCards = (player: SeatIndex, what: string, line: string, draft: HandDraft): void => {
  const cards = bracketed(what);
  if (cards === null || cards.length === 0) draft.fail('unreadable', handMistakes.unreadableCards(line));
  else draft.show(player, cards, line);
};

/**
 * GG's cash-out and insurance: `Receives Cashout ($12)` of a player who lost, `Pays Cashout Risk ($3)` of one who won and
 * gives back what is above the offer, `pay premium of all-in insurance ($4)`.
 */
const readOffer = (player: SeatIndex, what: string, line: string, draft: HandDraft): void => {
  const open = what.lastIndexOf('(');
  const isPaid = what.startsWith('Pays') || what.startsWith('pay ');
  withAmount(what, open < 0 ? what.length : open, line, draft, (chips) => {
    draft.dealIn(player);
    draft.chips.cashOut(player, isPaid ? -chips : chips);
    if (draft.awaitsPremium === player) draft.awaitsPremium = null;
  });
};
