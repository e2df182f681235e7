/**
 * The operations of a hand as rounds of an Open Hand History. Every board has rounds of its own, a second board those with
 * the names of the first; hands that are shown or given up when the last card lies make the round `Showdown`.
 */
import { formatCard } from '../../../cards.ts';
import type { Operation, PostKind } from '../../../table/operation.ts';
import type { PlayedHand } from '../../played-hand.ts';
import { BetsSoFar } from '../../reading/bets-so-far.ts';

interface Action {
  readonly action_number: number;
  /** None where the house does it. */
  readonly player_id?: number;
  readonly action: string;
  readonly amount?: number;
  readonly is_allin?: boolean;
  readonly cards?: readonly string[];
}

interface Round {
  readonly id: number;
  readonly street: string;
  readonly cards: readonly string[];
  readonly actions: readonly Action[];
}

const POST_NAMES: Readonly<Record<PostKind, string>> = {
  ante: 'Post Ante',
  'small-blind': 'Post SB',
  'big-blind': 'Post BB',
  straddle: 'Straddle',
  late: 'Post Extra Blind',
  dead: 'Post Dead',
};

const WHOLE_BOARD = 5;
const STREETS: Readonly<Record<number, string>> = { 3: 'Flop', 4: 'Turn', 5: 'River' };

export const writeRounds = (hand: PlayedHand, amount: (chips: number) => number): readonly Round[] => {
  const bets = new BetsSoFar(
    hand.players.map(({ stack }) => stack),
    hand.bigBlind,
  );
  const rounds = [emptyRound('Preflop', [])];
  if (hand.fromHouse !== undefined) rounds[0]?.actions.push({ action: 'Add to Pot', amount: amount(hand.fromHouse) });
  let lengths = Array.from({ length: hand.boards }, () => 0);
  for (const operation of hand.operations) {
    if (operation.kind === 'run') lengths = Array.from({ length: operation.times }, () => lengths).flat();
    if (operation.kind === 'board') {
      const length = (lengths[operation.board] ?? 0) + operation.cards.length;
      lengths[operation.board] = length;
      rounds.push(emptyRound(STREETS[length] ?? '', operation.cards.map(formatCard)));
    }
    const isEnd = operation.kind === 'show' || operation.kind === 'muck';
    const isFull = lengths.every((length) => length === WHOLE_BOARD);
    if (isEnd && isFull && rounds.at(-1)?.street !== 'Showdown') rounds.push(emptyRound('Showdown', []));
    const written = writeAction(operation, bets, amount);
    if (written !== null) rounds.at(-1)?.actions.push(written);
    bets.follow(operation);
  }
  let number = 0;
  return rounds.map(({ actions, ...round }, id) => ({
    id,
    ...round,
    actions: actions.map((action) => ({ action_number: number++, ...action })),
  }));
};

const emptyRound = (street: string, cards: readonly string[]) => ({
  street,
  cards,
  actions: [] as Omit<Action, 'action_number'>[],
});

/** Null for what is no action of a player, or none that the format has. */
const writeAction = (
  operation: Operation,
  bets: BetsSoFar,
  amount: (chips: number) => number,
): Omit<Action, 'action_number'> | null => {
  if (!('player' in operation)) return null;
  const { player } = operation;
  const plain = (action: string) => ({ player_id: player, action });
  const paying = (action: string, chips: number) => ({
    ...plain(action),
    amount: amount(chips),
    is_allin: chips >= bets.behind(player),
  });
  switch (operation.kind) {
    case 'post':
      return paying(POST_NAMES[operation.as], operation.chips);
    case 'deal':
      return operation.cards.length === 0 ? null : { ...plain('Dealt Cards'), cards: operation.cards.map(formatCard) };
    case 'fold':
      return plain('Fold');
    case 'check':
      return plain('Check');
    case 'call':
      return paying('Call', operation.chips ?? bets.toCall(player));
    case 'bet':
      return paying(bets.highest > 0 ? 'Raise' : 'Bet', operation.to - bets.bet(player));
    case 'show':
      return { ...plain('Shows Cards'), cards: operation.cards.map(formatCard) };
    case 'muck':
      return plain('Mucks Cards');
    case 'cash-out':
      return null;
  }
};
