// What holds for any hand: random ones of every kind, and those of the fixtures.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFacts, randomReplay } from '../../test/check-facts.ts';
import { dealer } from '../../test/random.ts';
import { fixtures } from '../../test/script-hand.ts';
import { courseOf, type HandCourse } from './hand-course.ts';
import { statisticsOf } from './statistics-of.ts';
import { addTally, emptyTally, talliesOf } from './tally.ts';

const RANDOM_HANDS = 150;

/** All files of fixtures. */
const everyFixture = (): HandCourse[] =>
  readdirSync(new URL('../../golden/hands/', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name) && !name.endsWith('index.json'))
    .flatMap(fixtures);

describe('of any hand', () => {
  it(`statistics are taken no oftener than they can be, facts fit together (${RANDOM_HANDS} random hands)`, () => {
    const random = dealer(11);
    for (let hand = 0; hand < RANDOM_HANDS; hand++) checkFacts(courseOf(randomReplay(random)));
  });

  it('so they do of the fixtures', () => {
    const courses = everyFixture();
    expect(courses.length).toBeGreaterThan(8);
    for (const course of courses) checkFacts(course);
  });

  it('the statistics of a sum are those of the hands together', () => {
    const random = dealer(12);
    const whole = emptyTally();
    const halves = [emptyTally(), emptyTally()];
    for (let hand = 0; hand < 40; hand++) {
      for (const tally of talliesOf(courseOf(randomReplay(random)))) {
        addTally(whole, tally);
        addTally(halves[hand % 2] ?? [], tally);
      }
    }
    const joined = emptyTally();
    for (const half of halves) addTally(joined, half);
    expect(joined).toEqual(whole);
    for (const [index, { chances, taken }] of statisticsOf(whole).entries()) {
      const parts = halves.map((half) => statisticsOf(half)[index]);
      expect(chances).toBe(parts.reduce((sum, part) => sum + (part?.chances ?? 0), 0));
      expect(taken).toBe(parts.reduce((sum, part) => sum + (part?.taken ?? 0), 0));
    }
  });
});
