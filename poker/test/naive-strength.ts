/** Strength of a hand on a whole board by sorting and counting; cards beyond the games of this room work too. */

/** Omaha: two of the hand and three of the board. With two hole cards: the best five of seven. */
export const naiveStrength = (hand: readonly number[], board: readonly number[]): number => {
  const fives =
    hand.length === 2
      ? choices([...hand, ...board], 5)
      : choices(hand, 2).flatMap((two) => choices(board, 3).map((three) => [...two, ...three]));
  return Math.max(...fives.map(ofFive));
};

const choices = (items: readonly number[], size: number): number[][] =>
  size === 0 ? [[]] : items.flatMap((item, i) => choices(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]));

const ofFive = (cards: readonly number[]): number => {
  const ranks = cards.map((card) => Math.floor(card / 4));
  const count = (rank: number): number => ranks.filter((other) => other === rank).length;
  ranks.sort((a, b) => count(b) - count(a) || b - a);
  const shape = [...new Set(ranks)].map(count).join('');
  const wheel = ranks.join() === '12,3,2,1,0';
  const straight = shape === '11111' && (wheel || ranks[0]! - ranks[4]! === 4);
  const flush = new Set(cards.map((card) => card % 4)).size === 1;
  const made = straight && flush ? 9 : straight ? 5 : flush ? 6 : (SHAPES[shape] ?? 1);
  return (wheel ? [3] : ranks)
    .concat(0, 0, 0, 0)
    .slice(0, 5)
    .reduce((value, rank) => value * 13 + rank, made);
};

const SHAPES: Readonly<Record<string, number>> = { '41': 8, '32': 7, '311': 4, '221': 3, '2111': 2 };
