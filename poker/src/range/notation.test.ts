import { describe, expect, it } from 'vitest';
import { parseCards } from '../cards.ts';
import { comboCount, type Game } from '../games.ts';
import { countRange } from './count.ts';
import { formatRange } from './format.ts';
import { parseRange } from './parse.ts';
import type { Range } from './range.ts';
import { weightOf } from './weight-of.ts';

const rangeOf = (text: string, game: Game = 'plo4'): Range => {
  const read = parseRange(text, game);
  if (!read.ok) throw new Error(`${text}: ${read.error.message}`);
  return read.value;
};
const combos = (text: string, game: Game = 'plo4'): number => countRange(rangeOf(text, game)).combos;
const weight = (text: string, hand: string, game: Game = 'plo4'): number => {
  const cards = parseCards(hand);
  return cards.ok ? weightOf(rangeOf(text, game), cards.value) : -1;
};

describe('counts', () => {
  it.each([
    ['*', 270_725],
    ['AA', 6_961],
    ['AAAA', 1],
    ['AsAhKsKh', 1],
    ['$ds', 36_504],
    ['$ss', 158_184],
    ['$o', 28_561],
    ['xxxy!xxxx', 44_616],
    ['xxxx', 2_860],
    ['$np', 183_040],
    ['$op', 82_368],
    ['$tp', 2_808],
    ['$nt', 270_725 - 2_496 - 13],
    ['*!$nt', 2_509],
    ['$ts', 0],
    ['$0g', 2_560],
    ['$1g', 6_912],
    ['$2g', 12_288],
  ])('PLO4 %s holds %i', (text, count) => {
    expect(combos(text)).toBe(count);
  });

  it.each([
    ['AA', 6],
    ['AK', 16],
    ['AKs', 4],
    ['AKo', 12],
    ['AKS', 4],
    ['A10o', 12],
    ['22+', 78],
    ['TTo', 6],
    ['A2+', 12 * 16],
    ['A2s+', 48],
    ['KTo+', 36],
    ['A5s-A4s', 8],
    ['A4s-A5s', 8],
    ['JTs-54s', 28],
    ['AK-JT', 64],
    ['AKs-', 48],
    ['KK-JJ', 18],
    ['99-', 48],
    ['72o, 72s', 16],
    ['RR', 78],
    ['xx', 312],
    ['$ss', 312],
    ['$o', 1_014],
    ['$0g', 192],
    ['AxTx+', 16],
    ['T+', (20 * 19) / 2 + 20 * 32],
  ])('Hold’em %s holds %i', (text, count) => {
    expect(combos(text, 'holdem')).toBe(count);
  });

  it('the published share of three-card runs: AKQ- without rundowns is 6.47 % of PLO4', () => {
    expect(countRange(rangeOf('AKQ-!$0g!$1g!$2g')).share).toBeCloseTo(0.0647, 4);
  });

  it.each([
    ['plo5', 'AA', 108_336],
    ['plo6', 'AA', 1_237_792],
  ] as const)('%s %s holds %i', (game, text, count) => {
    expect(combos(text, game)).toBe(count);
  });

  it.each(['plo5', 'plo6'] as const)('the shapes of %s add up', (game) => {
    const all = comboCount(game);
    const wide = game === 'plo5' ? 'xxxxy, xxxxx' : 'xxxxxy, xxxxxx';
    expect(
      combos('$ss', game) + combos('$ds', game) + combos('$ts', game) + combos('$o', game) + combos(wide, game),
    ).toBe(all);
    expect(combos('$o', game)).toBe(0);
    expect(combos('$nt', game) + combos('RRR', game)).toBe(all);
  });
});

describe('meaning', () => {
  const same = (one: string, other: string, game: Game = 'plo4'): void => {
    const count = combos(one, game);
    expect(combos(other, game), `${one} and ${other}`).toBe(count);
    expect(combos(`(${one}):(${other})`, game), `${one} and ${other}`).toBe(count);
  };

  it.each([
    ['KK-TT', 'KK,QQ,JJ,TT'],
    ['TT-KK', 'KK,QQ,JJ,TT'],
    ['QQ+', 'QQ,KK,AA'],
    ['JT98+', 'JT98,QJT9,KQJT,AKQJ'],
    ['6543-', '6543,5432'],
    ['AKQT-', 'AKQT,KQJ9,QJT8,JT97,T986,9875,8764,7653,6542'],
    ['AxKx-QxJx', 'AxKx,KxQx,QxJx'],
    ['AsKs-QsJs', 'AsKs,KsQs,QsJs'],
    ['[T-7][T-7]', '[T,9,8,7][T,9,8,7]'],
    ['[7-T]', '[T-7]'],
    ['[A-T,7]', '[A,K,Q,J,T,7]'],
    ['[Q+]', '[A,K,Q]'],
    ['[KQ-JT]A', 'AKQ,AQJ,AJT'],
    ['$R$R', '[A-T][A-T]'],
    ['$NT98', '[K-9]T98'],
    ['$n', '[K-9]'],
    ['AA$DS', 'AA$ds'],
    ['$B', '[A-J]'],
    ['$M', '[T-7]'],
    ['$Z', '[6-2]'],
    ['$N', '[K-9]'],
    ['$F', '[K-J]'],
    ['$W', '[A,2,3,4,5]'],
    ['AA$ds', 'AA:$ds'],
    ['$dsAA', 'AA:$ds'],
    ['$ds!AA', '$ds!(AA:$ds)'],
    ['TT+!AA', '(TT-KK)!AA'],
    ['(AA,KK):xxyy', 'AA:xxyy, KK:xxyy'],
    ['aAkK', 'AAKK'],
    ['10 10', 'TT'],
    ['A♠A♥', 'AsAh'],
    [' A A\n:\t$ds ', 'AA$ds'],
    ['random', '*'],
    ['any', '*'],
    ['Any Two', '*'],
    ['any!AA', '*!AA'],
    ['100%', '*'],
    ['0%-100%', '*'],
    ['{[A-T][A-T][A-T][A-T]}', '[A-T][A-T][A-T][A-T]:$np'],
    ['*s', 's'],
  ])('%s is %s', (one, other) => {
    same(one, other);
  });

  it('variables differ from each other and from what is written plainly', () => {
    expect(weight('ARR', 'AsAhAd2c')).toBe(0);
    expect(weight('ARR', 'AsKhKd2c')).toBe(100);
    expect(weight('AsRx', 'AsKs2s3s')).toBe(0);
    expect(weight('AsRx', 'AsKh2s3s')).toBe(100);
  });

  it('what stands in brackets does not bind', () => {
    expect(weight('[h][4s-]2dw', 'Ah3s2dTs')).toBe(100);
    expect(weight('[h][4s-]2dw', 'Ah3s2dTh')).toBe(100);
    expect(weight('[h][4s-]2dw', 'Ah3s2dTd')).toBe(0);
    expect(weight('[A]RR', 'AsAhAd2c')).toBe(100);
  });

  it('{…} holds cards of different ranks', () => {
    expect(weight('{[A-T][A-T]}', 'AsAh2d3c')).toBe(0);
    expect(weight('{[A-T][A-T]}', 'AsKh2d3c')).toBe(100);
  });

  it('AKs is suited in Hold’em and an ace with the king of spades in Omaha', () => {
    expect(weight('AKs', 'AhKh', 'holdem')).toBe(100);
    expect(weight('AKs', 'AhKh2c3d')).toBe(0);
    expect(weight('AKs', 'AhKs2c3d')).toBe(100);
  });
});

describe('weights', () => {
  it('the largest wins where terms overlap', () => {
    expect(weight('AA@40, KK@60', 'AsAhKsKh')).toBe(60);
    expect(weight('AA@40, KK@60', 'AsAhQsQh')).toBe(40);
    expect(weight('AA@40, AA$ds', 'AsAhKsKh')).toBe(100);
    expect(weight('AA$ds, AA@40', 'AsAhKsKd')).toBe(40);
  });

  it('nested weights multiply', () => {
    expect(weight('(AA@50, KK)@40', 'AsAhQsQh')).toBe(20);
    expect(weight('(AA@50, KK)@40', 'KsKhQsQh')).toBe(40);
    expect(weight('(AA@50):$ds', 'AsAhQsQh')).toBe(50);
    expect(weight('(AA@1)@1', 'AsAhQsQh')).toBe(1);
  });

  it('! takes away what the right side holds at any weight', () => {
    expect(weight('AA!($ds@1)', 'AsAhKsKh')).toBe(0);
  });
});

describe('a union', () => {
  it('asks a term once, however often it is written', () => {
    const time = (text: string): number => {
      const range = rangeOf(text, 'plo5');
      const start = performance.now();
      countRange(range);
      return performance.now() - start;
    };
    const term = 'RRxOxNy!$ds';
    time(term);
    const once = time(term);
    expect(time(Array(500).fill(term).join(','))).toBeLessThan(once * 20 + 50);
  });
});

describe('known cards', () => {
  it('take their hands out, and the share is of what is left', () => {
    const view = { known: [51, 50] };
    expect(countRange(rangeOf('AA'), view)).toEqual({ combos: (1 * (48 * 47)) / 2, share: 1128 / 230_300 });
    expect(countRange(rangeOf('As'), view).combos).toBe(0);
    expect(weightOf(rangeOf('*'), [51, 40, 30, 20], view)).toBe(0);
  });
});

describe('writing back', () => {
  it.each([
    ['aa:$DS,kk+@40', 'AA:$ds, KK+@40'],
    ['( aA , Kk )!xXyY', '(AA, KK)!xxyy'],
    ['A s', 'A*s'],
    ['rrON', 'RRON'],
    ['30%-10%6H', '10%-30%6h'],
    ['100%-0%', '100%'],
    ['[ 2c , a, S ]td', '[2c,A,s]Td'],
    ['10s', 'Ts'],
    ['[10-7]', '[T-7]'],
  ])('%s is written %s', (text, written) => {
    expect(formatRange(rangeOf(text))).toBe(written);
    expect(formatRange(rangeOf(written))).toBe(written);
  });

  it('Hold’em keeps its s and o', () => {
    expect(formatRange(rangeOf('a5S-a4S, kTo+', 'holdem'))).toBe('A5s-A4s, KTo+');
    expect(formatRange(rangeOf('a  kS', 'holdem'))).toBe('A Ks');
    expect(combos('AKs, A Ks', 'holdem')).toBe(4 + 3);
  });
});
