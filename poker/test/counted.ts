/** A tally as a test writes it: every statistic that had a chance, as `1/2` taken of chances. */
import type { HandCourse } from '../src/statistics/hand-course.ts';
import { STATISTICS } from '../src/statistics/statistics.ts';
import { type Tally, talliesOf } from '../src/statistics/tally.ts';

export const counted = (course: HandCourse, player: number): string => wordsOf(talliesOf(course)[player] ?? []);

const wordsOf = (tally: Tally): string =>
  STATISTICS.flatMap(({ key }, index) => {
    const chances = tally[2 * index] ?? 0;
    return chances === 0 ? [] : [`${key} ${tally[2 * index + 1] ?? 0}/${chances}`];
  }).join(', ');
