// A second opinion: poker from the rules, slow and plain, sharing no table and no formula with the kernel.

/** Strength of five cards as a number that orders them: category first, then ranks by how often they come. */
export function naiveFive(cards: readonly number[]): number {
  const ranks = cards.map((card) => card >> 2).sort((a, b) => b - a);
  const groups = [...new Set(ranks)].map((rank) => ({ rank, count: ranks.filter((other) => other === rank).length }));
  groups.sort((a, b) => b.count - a.count || b.rank - a.rank);
  const flush = new Set(cards.map((card) => card & 3)).size === 1;
  const wheel = ranks.join() === '12,3,2,1,0';
  const straight = groups.length === 5 && (wheel || ranks[0]! - ranks[4]! === 4);
  const shape = groups.map(({ count }) => count).join('');
  const category =
    straight && flush
      ? 8
      : shape === '41'
        ? 7
        : shape === '32'
          ? 6
          : flush
            ? 5
            : straight
              ? 4
              : shape === '311'
                ? 3
                : shape === '221'
                  ? 2
                  : shape === '2111'
                    ? 1
                    : 0;
  const kickers =
    wheel && straight ? [3, 2, 1, 0, -1] : groups.flatMap(({ rank, count }) => Array<number>(count).fill(rank));
  return kickers.reduce((value, rank) => value * 16 + rank + 1, category);
}

/** Every choice of `size` of the items. */
export function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}

/** Strength of five cards; the tests of millions pass the kernel's own, once that is proven on all of them. */
type Five = (a: number, b: number, c: number, d: number, e: number) => number;

const byRules: Five = (...cards) => naiveFive(cards);

/** Omaha: exactly two hole cards with three of the board. Hold'em (two hole cards): the best five of seven. */
export function naiveStrength(hand: readonly number[], board: readonly number[], five: Five = byRules): number {
  let best = -1;
  if (hand.length === 2) {
    const seven = [...hand, ...board];
    for (let x = 0; x < 7; x++) {
      for (let y = 0; y < x; y++) {
        const [a, b, c, d, e] = seven.filter((_, i) => i !== x && i !== y);
        best = Math.max(best, five(a!, b!, c!, d!, e!));
      }
    }
    return best;
  }
  for (let i = 0; i < hand.length; i++) {
    for (let j = 0; j < i; j++) {
      for (let x = 0; x < 5; x++) {
        for (let y = 0; y < x; y++) {
          for (let z = 0; z < y; z++) best = Math.max(best, five(hand[i]!, hand[j]!, board[x]!, board[y]!, board[z]!));
        }
      }
    }
  }
  return best;
}

/** Pot shares of one board: 1 for a sole winner, parts for a tie. */
export function naiveShares(hands: readonly (readonly number[])[], board: readonly number[]): number[] {
  const strengths = hands.map((hand) => naiveStrength(hand, board));
  const best = Math.max(...strengths);
  const tied = strengths.filter((strength) => strength === best).length;
  return strengths.map((strength) => (strength === best ? 1 / tied : 0));
}
