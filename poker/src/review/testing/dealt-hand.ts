/**
 * Hands for tests, written as players tell them: `0:x 1:b8 0:r24 1:c` is what each did, `|` deals the next cards, and
 * `Ks9d4c/QsJh5s` deals on two boards.
 */
import { parseCards } from '../../cards.ts';
import type { Game } from '../../games.ts';
import type { PlayedHand } from '../../hand-history/played-hand.ts';
import { type Replay, replay } from '../../hand-history/replay.ts';
import type { Operation } from '../../table/operation.ts';

export interface DealtHand {
  readonly stacks: readonly number[];
  readonly hero: number | null;
  /** Hole cards by player; null where nobody has seen them. */
  readonly cards: readonly (string | null)[];
  /** Streets from the first on which there is betting, with `|` between. */
  readonly play: string;
  readonly game?: Game;
  readonly bombPot?: number;
  readonly boards?: 1 | 2;
  readonly told?: Partial<PlayedHand['told']>;
}

const cardsOf = (text: string) => {
  const cards = parseCards(text);
  if (!cards.ok) throw new Error(cards.error.message);
  return cards.value;
};

const SMALL_BLIND = 1;
const BIG_BLIND = 2;

export const playedHand = ({ stacks, hero, cards, play, game, bombPot, boards, told }: DealtHand): PlayedHand => {
  const operations: Operation[] = [];
  if (bombPot !== undefined) {
    for (const player of stacks.keys()) operations.push({ kind: 'post', player, as: 'ante', chips: bombPot });
  } else {
    const [small, big] = stacks.length === 2 ? [1, 0] : [0, 1];
    operations.push({ kind: 'post', player: small, as: 'small-blind', chips: SMALL_BLIND });
    operations.push({ kind: 'post', player: big, as: 'big-blind', chips: BIG_BLIND });
  }
  for (const [player, held] of cards.entries()) {
    operations.push({ kind: 'deal', player, cards: held === null ? [] : cardsOf(held) });
  }
  for (const word of play.split(/\s+/)) {
    const [, player, letter, chips] = /^(\d):([xfcbr])(\d*)$/.exec(word) ?? [];
    if (word === '|' || word === '') continue;
    if (player === undefined) {
      for (const [board, dealt] of word.split('/').entries())
        operations.push({ kind: 'board', board, cards: cardsOf(dealt) });
    } else if (letter === 'b' || letter === 'r') operations.push({ kind: 'bet', player: +player, to: Number(chips) });
    else operations.push({ kind: letter === 'x' ? 'check' : letter === 'f' ? 'fold' : 'call', player: +player });
  }
  return {
    hand: 'hand/1',
    site: 'phh',
    id: '',
    playedAt: null,
    table: '',
    seats: null,
    tournament: null,
    money: { currency: 'USD', decimals: 2 },
    game: game ?? 'plo4',
    betting: game === 'holdem' ? 'no-limit' : 'pot-limit',
    opening: bombPot === undefined ? 'preflop' : 'flop',
    boards: boards ?? 1,
    smallBlind: SMALL_BLIND,
    bigBlind: BIG_BLIND,
    ante: bombPot ?? 0,
    players: stacks.map((stack, at) => ({ name: `p${at}`, seat: at + 1, stack })),
    hero,
    operations,
    told: { pot: null, rake: null, fees: null, won: null, returned: null, pots: null, stacks: null, ...told },
  };
};

export const dealtHand = (dealt: DealtHand): Replay => {
  const played = replay(playedHand(dealt));
  if (!played.ok) throw new Error(`${played.error.code}: ${played.error.message}`);
  return played.value;
};
