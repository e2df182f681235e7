import { describe, expect, it } from 'vitest';
import type { Game } from '../games.ts';
import { parseRange } from './parse.ts';

const wrong = (text: string, game: Game = 'plo4') => {
  const read = parseRange(text, game);
  if (read.ok) throw new Error(`${text} was read`);
  return read.error;
};

describe('mistakes point at their characters', () => {
  it.each([
    ['', 'empty-range', 0, 0],
    ['   ', 'empty-range', 3, 3],
    ['AA,', 'missing-term', 3, 3],
    ['AA, ', 'missing-term', 4, 4],
    [',AA', 'card-wanted', 0, 1],
    ['AA,,KK', 'card-wanted', 3, 4],
    ['AA:', 'missing-term', 3, 3],
    ['!AA', 'minus-nothing', 0, 1],
    ['AA%', 'unexpected', 2, 3],
    ['AA?', 'unexpected', 2, 3],
    ['AA😀', 'unexpected', 2, 4],
    ['AA & KK', 'unexpected', 3, 4],
    ['AA | KK', 'unexpected', 3, 4],
    ['AA)', 'unexpected', 2, 3],
    ['(AA', 'unclosed', 0, 1],
    ['(AA,(KK)', 'unclosed', 0, 1],
    ['(AA]', 'unexpected', 3, 4],
    ['()', 'card-wanted', 1, 2],
    ['[A,K', 'unclosed', 0, 1],
    ['[', 'unclosed', 0, 1],
    ['[]', 'card-wanted', 1, 2],
    ['[A,]', 'card-wanted', 3, 4],
    ['[A;K]', 'unexpected', 2, 3],
    ['[KQJ]', 'list-entry', 1, 4],
    ['[R,A]', 'variable-in-list', 1, 2],
    ['{AK', 'unclosed', 0, 1],
    ['{}', 'card-wanted', 1, 2],
    ['{A,K}', 'card-wanted', 2, 3],
    ['AA}', 'unexpected', 2, 3],
    ['AA@', 'bad-weight', 3, 3],
    ['AA@0', 'bad-weight', 3, 4],
    ['AA@101', 'bad-weight', 3, 6],
    ['AA@1.5', 'bad-weight', 3, 6],
    ['AA@x', 'bad-weight', 3, 3],
    ['AA@40@50', 'unexpected', 5, 6],
    ['AA:xx!KK', 'mixed-operators', 5, 6],
    ['AA!KK:xx', 'mixed-operators', 5, 6],
    ['AAKKQ', 'too-many-cards', 0, 5],
    ['KK, AsAhKsKhQd', 'too-many-cards', 4, 14],
    ['AsAhKsKh 9d8d7c6c', 'too-many-cards', 0, 17],
    ['AAKKQ+', 'too-many-cards', 0, 6],
    ['AsAs', 'duplicate-card', 2, 4],
    ['AA, KsKhKs', 'duplicate-card', 8, 10],
    ['$xx', 'unknown-macro', 0, 3],
    ['AA$', 'unknown-macro', 2, 3],
    ['AA$double', 'unknown-macro', 2, 9],
    ['KK-T', 'span-lengths', 0, 4],
    ['KQ-J9', 'span-gaps', 4, 5],
    ['AxKx-QxJy', 'span-kinds', 7, 9],
    ['AsKs-QhJh', 'span-kinds', 5, 7],
    ['xx+', 'span-rank', 0, 3],
    ['[A,K]Q+', 'span-brackets', 0, 6],
    ['KK+$ds', 'span-ends', 3, 4],
    ['KK-TT-88', 'span-ends', 5, 6],
    ['0%', 'bad-percent', 0, 2],
    ['101%', 'bad-percent', 0, 4],
    ['10%-10%', 'bad-percent', 0, 7],
    ['10-30%', 'half-percent', 0, 6],
    ['10%-30', 'half-percent', 0, 6],
    ['10.5 % - 30, AA', 'half-percent', 0, 11],
    ['15% 6h', 'unexpected', 4, 6],
    ['AsAhKs1h', 'bad-rank', 6, 7],
    ['15', 'bad-rank', 0, 1],
    ['AA@30!KK', 'unexpected', 5, 6],
    ['AA@30:$ds', 'unexpected', 5, 6],
    ['KK-QQ$ds', 'span-ends', 5, 8],
    ['15%9h', 'bad-table', 3, 5],
    ['#set', 'board-relative', 0, 4],
    ['AA:#wrap13+', 'board-relative', 3, 11],
    ['AA#', 'board-relative', 2, 3],
  ])('%j is %s at %i…%i', (text, code, at, end) => {
    const { code: found, at: from, end: to } = wrong(text);
    expect([found, from, to]).toEqual([code, at, end]);
  });

  it.each([
    ['AAs', 'suited-pair', 0, 3],
    ['KQ-JT-', 'span-ends', 5, 6],
    ['K9-QT', 'span-gaps', 4, 5],
    ['AKs-QJo', 'span-kinds', 4, 7],
    ['AsKsQs', 'too-many-cards', 0, 6],
    ['AKso', 'too-many-cards', 0, 4],
  ])('Hold’em %j is %s at %i…%i', (text, code, at, end) => {
    const { code: found, at: from, end: to } = wrong(text, 'holdem');
    expect([found, from, to]).toEqual([code, at, end]);
  });

  it('say what would have been right', () => {
    expect(wrong('10-30%').hint).toBe('Write 10%-30%.');
    expect(wrong('10%-30').hint).toBe('Write 10%-30%.');
    expect(wrong('101%').message).toBe('Percentages go to 100.');
    expect(wrong('15% 6H').hint).toBe('Write 15%6H.');
    expect(wrong('AsAhKs1h')).toMatchObject({
      message: '“1” is not a rank.',
      hint: expect.stringContaining('A K Q J T 9'),
    });
    expect(wrong('AA, 15').hint).toBe('For the top 15 % write 15%.');
    expect(wrong('20').hint).toBe('For the top 20 % write 20%.');
    expect(wrong('AA@30!KK').hint).toBe('Write (AA!KK)@30.');
    expect(wrong('AA@30 : $ds, KK').hint).toBe('Write (AA: $ds)@30.');
    expect(wrong('AA:xx@30!KK').hint).toContain('(a!b)@30');
    expect(wrong('KK-QQ$ds').hint).toContain('KK-QQ:$ds');
    expect(wrong('KK+$ds').hint).toContain('KK+:$ds');
    expect(wrong('!AA').hint).toContain('*!A');
    expect(wrong('AA:xx!KK').hint).toContain('(a:b)!c');
    expect(wrong('KK+$ds').hint).toContain('KK+:');
    expect(wrong('AsAhKsKh 9d8d7c6c').hint).toContain('comma');
    expect(wrong('AAKKQ').message).toBe('“AAKKQ” names 5 cards; a PLO4 hand has 4.');
  });

  it.each([
    ['plo4', 'AsAhKsKhQd', 'PLO5 (game plo5)'],
    ['plo4', 'As Ah Ks Kh Qd', 'PLO5 (game plo5)'],
    ['plo5', 'AAKKQQ', 'PLO6 (game plo6)'],
    ['holdem', 'AsAhKsKh', 'PLO4 (game plo4)'],
    ['holdem', 'AsAh KsKh', 'comma'],
    ['holdem', 'AAxy', 'colon'],
  ] as const)('%s %s asks for %s', (game, text, meant) => {
    expect(wrong(text, game)).toMatchObject({ code: 'too-many-cards', hint: expect.stringContaining(meant) });
  });

  it('stay one sentence, however long the text', () => {
    for (const text of [
      '9'.repeat(5_000),
      `$${'x'.repeat(5_000)}`,
      `${'2'.repeat(5_000)}%`,
      `[${'A'.repeat(5_000)}]`,
    ]) {
      expect(wrong(text).message.length).toBeLessThan(200);
      expect(wrong(text).hint?.length ?? 0).toBeLessThan(200);
    }
  });

  it('length and depth are bounded', () => {
    expect(wrong('A'.repeat(200_000)).code).toBe('too-long');
    expect(wrong('('.repeat(5_000)).code).toBe('too-deep');
    expect(wrong('AA,'.repeat(3_000)).code).toBe('too-complex');
    expect(wrong('[KQ-32][KQ-32][KQ-32],'.repeat(2), 'plo6').code).toBe('too-complex');
    expect(wrong('[KQ-32]'.repeat(100), 'plo6').code).toBe('too-many-cards');
  });
});
