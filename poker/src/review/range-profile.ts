/**
 * Range expressions by situation: what players may hold whose cards nobody has seen, judged by position and by what they
 * did before the flop. A review begins with them.
 *
 * A situation is looked up from its fullest name to its shortest: `BTN.open.2` (two players at the table), `BTN.open`,
 * `open`, `any`. What no name covers is any hand. So a profile may be one line or a hundred.
 */
import { MAX_RANGE_LENGTH, parseRange } from '../range/parse.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { SpotError } from '../spot/spot.ts';
import { atField } from '../spot/spot-form.ts';
import { POSITIONS } from '../statistics/positions.ts';
import { say } from '../text/en.ts';
import { PREFLOP_ROLES, type Situation } from './preflop-role.ts';

export interface RangeProfile {
  readonly name: string;
  /** Range expressions by the names of situations. */
  readonly ranges: Readonly<Record<string, string>>;
}

/** Where a range is from. */
export interface ProfiledRange {
  /** The name under which it stands in the profile; '' where the profile says nothing, and it is any hand. */
  readonly situation: string;
  readonly range: string;
}

/** Names of a situation, the fullest first. */
const namesOf = ({ position, role, headsUp }: Situation): readonly string[] => {
  if (role === 'any') return ['any'];
  const named = `${position}.${role}`;
  return [...(headsUp ? [`${named}.2`] : []), named, role, 'any'];
};

export const rangeOfSituation = ({ ranges }: RangeProfile, situation: Situation): ProfiledRange => {
  for (const name of namesOf(situation)) {
    const range = Object.hasOwn(ranges, name) ? ranges[name] : undefined;
    if (range !== undefined) return { situation: name, range };
  }
  return { situation: '', range: '*' };
};

const isName = (name: string): boolean => {
  const parts = name.split('.');
  const [first = '', second, third] = parts;
  const isRole = (text: string): boolean => PREFLOP_ROLES.some((role) => role === text);
  if (parts.length === 1) return isRole(first);
  const isPosition = POSITIONS.some((position) => position === first);
  return (
    isPosition &&
    second !== undefined &&
    second !== 'any' &&
    isRole(second) &&
    (third ?? '2') === '2' &&
    parts.length < 4
  );
};

/**
 * A profile whose names are known and whose ranges can be read. `field` is the name of the situation. Codes:
 * `profile-situation`, and those of ranges.
 */
export const checkProfile = (profile: RangeProfile): Result<RangeProfile, SpotError> => {
  for (const [name, range] of Object.entries(profile.ranges)) {
    if (!isName(name)) return fail(atField(name, say.noSuchSituation(name), name));
    // Patterns of four cards hold in PLO4; what of them another game cannot hold, a review of that game tells.
    const read = parseRange(range.slice(0, MAX_RANGE_LENGTH + 1), 'plo4');
    if (!read.ok) return fail({ ...read.error, field: name });
  }
  return succeed(profile);
};
