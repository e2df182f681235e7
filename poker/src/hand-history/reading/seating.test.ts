import { expect, test } from 'vitest';
import { orderOfPlay } from './seating.ts';

const seats = (...numbers: number[]) => numbers.map((seat) => ({ seat }));

test('the first to the left of the button comes first, the button last', () => {
  expect(orderOfPlay(seats(1, 3, 4, 6), 3)).toEqual([2, 3, 0, 1]);
});

test('seats may be told in any order', () => {
  expect(orderOfPlay(seats(6, 1, 3), 1)).toEqual([2, 0, 1]);
});

test('the button may stand before an empty seat', () => {
  expect(orderOfPlay(seats(1, 3, 6), 4)).toEqual([2, 0, 1]);
  expect(orderOfPlay(seats(1, 3, 6), 9)).toEqual([0, 1, 2]);
});

test('of two players the one with the small blind is the button', () => {
  expect(orderOfPlay(seats(2, 5), 5, 1)).toEqual([0, 1]);
  expect(orderOfPlay(seats(2, 5), 5, 0)).toEqual([1, 0]);
});

test('without a button the small blind is the first', () => {
  expect(orderOfPlay(seats(1, 2, 3), null, 1)).toEqual([1, 2, 0]);
});
