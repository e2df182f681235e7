import { pairOf } from '@ploscope/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSolveSpot } from '../spot/parse-solve-spot.ts';
import { formatLine, parseLine } from './parse-line.ts';
import type { BetTree } from './tree/bet-tree.ts';
import { buildTree } from './tree/build-tree.ts';
import { walkLine } from './walk-line.ts';

const SEVEN_OF_SPADES = 5 * 4 + 3;
const TWO_OF_DIAMONDS = 1;

const treeOf = (game: string, board: string, board2: string | null = null): BetTree => {
  const sizes = { flop: ['pot'], turn: ['pot'], river: ['pot'] };
  const side = { range: '*', bets: sizes, raises: sizes };
  const spot = parseSolveSpot({ game, board, board2, pot: 60, stack: 240, oop: side, ip: side });
  const built = spot.ok ? buildTree(spot.value) : spot;
  if (!built.ok) throw new Error(built.error.message);
  return built.value;
};
const tree = treeOf('plo4', 'Ks9d4c');
const twoBoards = treeOf('plo4', 'Ks9d4c2h', 'AdTd8c3h');

const wrong = (line: string, followed = tree) => {
  const place = walkLine(followed, line);
  if (place.ok) throw new Error('was followed');
  return place.error;
};

describe('a line', () => {
  it('is read with the place of each step', () => {
    expect(parseLine(' x - B60–[7S]')).toEqual({
      ok: true,
      value: [
        { kind: 'action', label: 'x', at: 1, end: 2 },
        { kind: 'action', label: 'b60', at: 5, end: 8 },
        { kind: 'card', dealt: SEVEN_OF_SPADES, at: 9, end: 13 },
      ],
    });
    expect(parseLine('  ')).toEqual({ ok: true, value: [] });
    expect(parseLine('x-[7s 2D]')).toEqual({
      ok: true,
      value: [
        { kind: 'action', label: 'x', at: 0, end: 1 },
        { kind: 'card', dealt: pairOf(SEVEN_OF_SPADES, TWO_OF_DIAMONDS), at: 2, end: 9 },
      ],
    });
  });

  it.each(['', 'x', 'x-b60-c-[7s]-x', 'x-x-[*]-b60-r240-f', 'x-b60-c-[7s]-x-x-[2d]-b180-f', 'x-x-[7s2d]-x', '[2d7s]'])(
    '%j is its own spelling',
    (line) => {
      const steps = parseLine(line);
      expect(steps.ok && formatLine(steps.value)).toBe(line);
    },
  );

  it.each([
    ['x--c', 2, 2],
    ['x-', 2, 2],
    ['x-q-c', 2, 3],
    ['x-b-c', 2, 3],
    ['x-b06', 2, 5],
    ['x-r1.5', 2, 6],
    ['x-7s', 2, 4],
    ['x-x-[7s*]', 4, 9],
    ['x-x-[**]', 4, 8],
  ])('%j is none, and the step is named', (line, at, end) => {
    expect(parseLine(line)).toMatchObject({ ok: false, error: { code: 'line', at, end } });
  });

  it('with a card that is none points into the brackets', () => {
    expect(parseLine('x-x-[7z]')).toMatchObject({ ok: false, error: { code: 'bad-suit', at: 6, end: 7 } });
    expect(parseLine('x-x-[7s8s9s]')).toMatchObject({ ok: false, error: { code: 'line', at: 5, end: 11 } });
    expect(parseLine('x-x-[]')).toMatchObject({ ok: false, error: { code: 'line', at: 5, end: 5 } });
    expect(parseLine('x-x-[7s7s]')).toMatchObject({ ok: false, error: { code: 'duplicate-card', at: 7, end: 9 } });
  });

  it('of any text is read or refused inside it', () => {
    const pieces = fc.array(
      fc.constantFrom('x', 'b60', 'c', '-', '[7s]', '[7s2d]', '[*]', '[', ']', ' ', 'r240', '7'),
      {
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const steps = parseLine(text);
          if (!steps.ok)
            return steps.error.at >= 0 && steps.error.at <= steps.error.end && steps.error.end <= text.length;
          for (const followed of [tree, twoBoards]) {
            const place = walkLine(followed, text);
            if (!place.ok && (place.error.at < 0 || place.error.end > text.length)) return false;
          }
          const again = parseLine(formatLine(steps.value));
          return again.ok && formatLine(again.value) === formatLine(steps.value);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

describe('following a line', () => {
  const at = (line: string) => {
    const place = walkLine(tree, line);
    if (!place.ok) throw new Error(place.error.message);
    const { street, node, dealt } = place.value;
    return [street, tree.streets[street]?.nodes[node]?.line, ...dealt];
  };

  it('leads to the street, the node and the cards that were dealt', () => {
    expect(at('')).toEqual([0, '']);
    expect(at('x-b60')).toEqual([0, 'x-b60']);
    expect(at('x-x')).toEqual([0, 'x-x']);
    expect(at('x-b60-c-[7s]-x')).toEqual([1, 'x-b60-c-[*]-x', SEVEN_OF_SPADES]);
    expect(at('x-x-[*]-x-x-[7s]')).toEqual([2, 'x-x-[*]-x-x-[*]', -1, SEVEN_OF_SPADES]);
    expect(at('x-b60-c-[7s]-x-x-[2d]')).toEqual([2, 'x-b60-c-[*]-x-x-[*]', SEVEN_OF_SPADES, TWO_OF_DIAMONDS]);
    expect(at('x-b60-c-[7s]-x-x-[2d]-b180')).toEqual([
      ...[2, 'x-b60-c-[*]-x-x-[*]-b180'],
      ...[SEVEN_OF_SPADES, TWO_OF_DIAMONDS],
    ]);
    expect(at('b60-r240-c-[*]-[7s]')).toEqual([2, 'b60-r240-c-[*]-[*]', -1, SEVEN_OF_SPADES]);
  });

  it.each(['plo4', 'plo5', 'plo6', 'holdem'])('on a flop of %s goes over three streets', (game) => {
    const flop = treeOf(game, 'Ks9d4c');
    expect(flop.streets.map(({ street }) => street)).toEqual(['flop', 'turn', 'river']);
    expect(walkLine(flop, 'x-x-[7s]-x-b60-c-[2d]-x')).toMatchObject({ ok: true, value: { street: 2, dealt: [23, 1] } });
  });

  it.each([
    ['b75', 0, 3, '“b75”', 'There are x, b60.'],
    ['x-B75', 2, 5, '“B75” cannot follow “x”.', 'There are x, b60.'],
    ['b60-x', 4, 5, '“x” cannot follow “b60”.', 'There are f, c, r240.'],
    ['x-[7s]', 2, 6, '“[7s]” cannot follow “x”.', 'There are x, b60.'],
    ['x-x-x', 4, 5, 'A card is dealt after “x-x”.', 'Write [*]'],
    ['b60-f-x', 6, 7, 'Play is over after “b60-f”.', ''],
    ['x-x-[Ks]', 4, 8, 'Ks cannot be dealt', ''],
    ['x-x-[7s]-x-x-[7s]', 13, 17, '7s is written twice.', ''],
    ['x-x-[7s]-x-x-x', 13, 14, 'A card is dealt after “x-x-[7s]-x-x”.', 'Write [*]'],
    ['x-x-[7s]-x-x-[2d]-x-x-[3d]', 22, 26, 'Play is over after “x-x-[7s]-x-x-[2d]-x-x”.', ''],
  ])('%j names the step and what there is', (line, from, end, message, hint) => {
    const error = wrong(line);
    expect([error.at, error.end]).toEqual([from, end]);
    expect(error.message).toContain(message);
    expect(error.hint ?? '').toContain(hint);
  });

  it('on two boards deals a card to each of them', () => {
    const [seven, two] = [SEVEN_OF_SPADES, TWO_OF_DIAMONDS];
    expect(twoBoards.streets.map(({ street }) => street)).toEqual(['turn', 'river']);
    const at = (line: string) => walkLine(twoBoards, line);
    expect(at('x-x-[7s2d]-x')).toMatchObject({ ok: true, value: { street: 1, dealt: [pairOf(seven, two)] } });
    expect(at('x-x-[2d7s]')).toMatchObject({ ok: true, value: { dealt: [pairOf(two, seven)] } });
    expect(at('x-x-[*]-x')).toMatchObject({ ok: true, value: { street: 1, dealt: [-1] } });
  });

  it.each([
    ['x-x-[7s]', '1 card stands here, and each of the two boards gets one.', 'as [7s2d]'],
    ['x-x-[7sKs]', 'Ks cannot be dealt', ''],
    ['x-x-[Ad7s]', 'Ad cannot be dealt', ''],
    ['x-x-x', 'A card is dealt on each board after “x-x”.', 'as [7s2d]'],
  ])('on two boards %j names the step', (line, message, hint) => {
    const error = wrong(line, twoBoards);
    expect([error.at, error.end]).toEqual([4, line.length]);
    expect(error.message).toContain(message);
    expect(error.hint ?? '').toContain(hint);
  });

  it('on one board deals no pair', () => {
    expect(wrong('x-x-[7s2d]')).toMatchObject({ at: 4, end: 10, hint: 'Write one card such as [7s].' });
  });
});
