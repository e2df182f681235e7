/** A hand as PokerStars writes it: a cash game in dollars, at a table of six. */
import { formatCard, type Game, type Operation, type TableState } from '@ploscope/poker';
import type { RandomHand } from './random-hand.ts';

const GAMES: Readonly<Record<Game, string>> = {
  plo4: 'Omaha Pot Limit',
  plo5: '5 Card Omaha Pot Limit',
  plo6: '6 Card Omaha Pot Limit',
  holdem: "Hold'em No Limit",
};

const money = (chips: number): string => `$${chips % 100 === 0 ? chips / 100 : (chips / 100).toFixed(2)}`;
const cards = (list: readonly number[]): string => list.map(formatCard).join(' ');

export function starsText(hand: RandomHand): string {
  return [...head(hand), ...course(hand), ...end(hand)].join('\n');
}

function head({ number, playedS, setup, names }: RandomHand): string[] {
  const { game, smallBlind, bigBlind, stacks } = setup;
  // Stars tells the time of the East; in winter that is five hours behind.
  const at = new Date((playedS - 5 * 3600) * 1000).toISOString().replace(/-/g, '/').replace('T', ' ').slice(0, 19);
  const stakes = `(${money(smallBlind)}/${money(bigBlind)} USD)`;
  return [
    `PokerStars Hand #${number}:  ${GAMES[game]} ${stakes} - ${at} ET`,
    `Table 'Random ${number % 40}' 6-max Seat #${stacks.length} is the button`,
    ...stacks.map((stack, player) => `Seat ${player + 1}: ${names[player]} (${money(stack)} in chips)`),
  ];
}

const STREETS: Readonly<Record<number, string>> = { 3: 'FLOP', 4: 'TURN', 5: 'RIVER' };

function course({ operations, states, names, hero }: RandomHand): string[] {
  let hasCards = false;
  let shows = false;
  return operations.flatMap((operation, index) => {
    const before = states[index] as TableState;
    if (operation.kind === 'board') {
      const seen = before.boards[0] ?? [];
      const street = STREETS[seen.length + operation.cards.length] ?? '';
      const old = seen.length === 0 ? '' : ` [${cards(seen)}]`;
      return [`*** ${street} ***${old} [${cards(operation.cards)}]`];
    }
    if (operation.kind === 'run') return [];
    const name = names[operation.player] ?? '';
    if (operation.kind === 'deal') {
      const heading = hasCards ? [] : ['*** HOLE CARDS ***'];
      hasCards = true;
      return operation.player === hero ? [...heading, `Dealt to ${name} [${cards(operation.cards)}]`] : heading;
    }
    if (operation.kind === 'show') {
      const heading = shows ? [] : ['*** SHOW DOWN ***'];
      shows = true;
      return [...heading, `${name}: shows [${cards(operation.cards)}]`];
    }
    return [`${name}: ${words(operation, before)}`];
  });
}

function words(operation: Operation, before: TableState): string {
  if (!('player' in operation)) return '';
  const { player } = operation;
  const behind = before.stacks[player] ?? 0;
  const bet = before.bets[player] ?? 0;
  const allIn = (chips: number): string => (chips >= behind ? ' and is all-in' : '');
  switch (operation.kind) {
    case 'post':
      return `posts ${operation.as.replace('-', ' ')} ${money(operation.chips)}${allIn(operation.chips)}`;
    case 'fold':
      return 'folds';
    case 'check':
      return 'checks';
    case 'call': {
      const chips = Math.min(behind, before.highest - bet);
      return `calls ${money(chips)}${allIn(chips)}`;
    }
    case 'bet': {
      const { to } = operation;
      const by = to - before.highest;
      const verb = before.highest === 0 ? `bets ${money(to)}` : `raises ${money(by)} to ${money(to)}`;
      return `${verb}${allIn(to - bet)}`;
    }
    default:
      return '';
  }
}

function end({ settlement, operations, names }: RandomHand): string[] {
  const { returned, pots, awards } = settlement;
  const total = pots.reduce((sum, { chips }) => sum + chips, 0);
  const potName = (pot: number): string =>
    pots.length === 1 ? 'pot' : pot === 0 ? 'main pot' : pots.length === 2 ? 'side pot' : `side pot-${pot}`;
  const back = returned.flatMap((chips, player) =>
    chips > 0 ? [`Uncalled bet (${money(chips)}) returned to ${names[player]}`] : [],
  );
  const collected = awards.map(
    ({ player, chips, pot }) => `${names[player]} collected ${money(chips)} from ${potName(pot)}`,
  );
  const board = operations.flatMap((operation) => (operation.kind === 'board' ? operation.cards : []));
  const parts =
    pots.length === 1 ? '' : ` ${pots.map(({ chips }, pot) => `${capital(potName(pot))} ${money(chips)}.`).join(' ')}`;
  return [
    ...back,
    ...collected,
    '*** SUMMARY ***',
    `Total pot ${money(total)}${parts} | Rake $0`,
    ...(board.length === 0 ? [] : [`Board [${cards(board)}]`]),
    ...names.map((name, player) => `Seat ${player + 1}: ${name}`),
  ];
}

const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
