/** One line of what happens in an 888poker hand. Lines that say nothing of it are passed over: the rules check the sum. */
import { handMistakes } from '../../../text/en-hands.ts';
import type { HandDraft, SeatIndex } from '../../reading/hand-draft.ts';
import { type CardReader, readChips } from './localised.ts';

const DEALT = 'Dealt to ';
const STREET = /^\*\* Dealing (?:flop|turn|river) \*\* (\[.*\])$/i;
const LONGEST = 300;

export const readCourseLine = (line: string, draft: HandDraft, cards: CardReader): void => {
  if (line.length > LONGEST) draft.fail('unreadable', handMistakes.unreadableLine(line));
  else if (line.startsWith('**')) readMark(line, draft, cards);
  else if (line.startsWith(DEALT)) readHero(line, draft, cards);
  else {
    const player = draft.nameAt(line, ' ');
    if (player >= 0) readDoing(line.slice(draft.nameOf(player).length + 1), player, line, draft, cards);
  }
};

const readHero = (line: string, draft: HandDraft, cards: CardReader): void => {
  const player = draft.nameAt(line, ' [', DEALT.length);
  if (player < 0) return;
  draft.hero = player;
  withCards(line, draft, cards, (read) => draft.knowCards(player, read, line));
};

const readMark = (line: string, draft: HandDraft, cards: CardReader): void => {
  const dealt = STREET.exec(line)?.[1];
  if (dealt !== undefined) withCards(dealt, draft, cards, (read) => draft.board(null, [], read, line));
};

const withCards = (
  line: string,
  draft: HandDraft,
  cards: CardReader,
  use: (cards: readonly number[]) => void,
): void => {
  const open = line.lastIndexOf('[');
  const read = open < 0 ? null : cards(line.slice(open));
  if (read === null) draft.fail('unreadable', handMistakes.unreadableCards(line));
  else use(read);
};

const readDoing = (doing: string, player: SeatIndex, line: string, draft: HandDraft, cards: CardReader): void => {
  const { decimals } = draft.head.money;
  const amount = (): number => {
    const open = doing.indexOf('[');
    const chips = open < 0 ? null : readChips(doing.slice(open + 1), decimals);
    if (chips === null) draft.fail('unreadable', handMistakes.unreadableAmount(line));
    return chips ?? 0;
  };
  const verb = VERBS.find(({ words }) => doing.startsWith(words));
  verb?.read({ draft, player, amount, doing, line, cards });
};

interface Doing {
  readonly draft: HandDraft;
  readonly player: SeatIndex;
  /** The amount in brackets. */
  readonly amount: () => number;
  readonly doing: string;
  readonly line: string;
  readonly cards: CardReader;
}

const VERBS: readonly { readonly words: string; readonly read: (doing: Doing) => void }[] = [
  { words: 'folds', read: ({ draft, player }) => draft.fold(player) },
  { words: 'checks', read: ({ draft, player }) => draft.check(player) },
  { words: 'calls [', read: ({ draft, player, amount }) => draft.call(player, amount()) },
  { words: 'bets [', read: ({ draft, player, amount }) => draft.betTo(player, draft.chips.betOf(player) + amount()) },
  // What is added, not what it is to.
  { words: 'raises [', read: ({ draft, player, amount }) => draft.betTo(player, draft.chips.betOf(player) + amount()) },
  { words: 'posts ante [', read: ({ draft, player, amount }) => draft.post(player, 'ante', amount()) },
  { words: 'posts the ante [', read: ({ draft, player, amount }) => draft.post(player, 'ante', amount()) },
  {
    words: 'posts small blind [',
    // Only one is the small blind; another one was missed.
    read: ({ draft, player, amount }) =>
      draft.post(player, draft.chips.hasSmallBlind ? 'dead' : 'small-blind', amount()),
  },
  {
    words: 'posts big blind [',
    read: ({ draft, player, amount }) => draft.post(player, draft.chips.hasBigBlind ? 'late' : 'big-blind', amount()),
  },
  { words: 'posts dead blind [', read: (doing) => postBoth(doing) },
  { words: 'posts straddle [', read: ({ draft, player, amount }) => draft.post(player, 'straddle', amount()) },
  {
    words: 'shows [',
    read: ({ draft, player, line, cards }) => withCards(line, draft, cards, (read) => draft.show(player, read, line)),
  },
  { words: 'mucks [', read: (doing) => muck(doing) },
  {
    words: 'collected [',
    read: ({ draft, player, amount }) => {
      draft.chips.collect(player, amount());
      draft.isWhole = true;
    },
  },
];

/** `posts dead blind [$0.01 + $0.02]`: the missed small blind, which is dead, and the big blind. */
const postBoth = ({ draft, player, doing, line }: Doing): void => {
  const { decimals } = draft.head.money;
  const [dead = '', late = ''] = doing.slice(doing.indexOf('[') + 1).split('+');
  const chips = [readChips(dead, decimals), late === '' ? 0 : readChips(late, decimals)];
  for (const [i, amount] of chips.entries()) {
    if (amount === null) draft.fail('unreadable', handMistakes.unreadableAmount(line));
    else if (amount > 0) draft.post(player, i === 0 ? 'dead' : 'late', amount);
  }
};

const muck = ({ draft, player, line, cards }: Doing): void => {
  withCards(line, draft, cards, (read) => draft.knowCards(player, read, line));
  draft.muck(player);
};
