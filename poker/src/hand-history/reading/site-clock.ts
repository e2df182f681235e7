/**
 * When a hand was played, from the clocks that sites write: a date, a time, and the letters of a zone, which mean summer
 * time too (`CET` in July is two hours ahead of UTC). Turned into UTC by the rules of each zone; no list of zones is
 * loaded for it.
 */

interface ZoneClock {
  /** Hours that the clock is ahead of UTC in winter. */
  readonly ahead: number;
  /** Whose rule puts it one hour further in summer. */
  readonly summer: 'none' | 'america' | 'europe' | 'moscow' | 'south-america' | 'australia' | 'new-zealand';
}

const ZONES: ReadonlyMap<string, ZoneClock> = new Map<string, ZoneClock>([
  ['UTC', { ahead: 0, summer: 'none' }],
  ['GMT', { ahead: 0, summer: 'none' }],
  ['ET', { ahead: -5, summer: 'america' }],
  ['EST', { ahead: -5, summer: 'none' }],
  ['EDT', { ahead: -4, summer: 'none' }],
  ['CT', { ahead: -6, summer: 'america' }],
  ['MT', { ahead: -7, summer: 'america' }],
  ['PT', { ahead: -8, summer: 'america' }],
  ['PST', { ahead: -8, summer: 'america' }],
  ['AT', { ahead: -4, summer: 'america' }],
  ['WET', { ahead: 0, summer: 'europe' }],
  ['CET', { ahead: 1, summer: 'europe' }],
  ['CEST', { ahead: 2, summer: 'none' }],
  ['EET', { ahead: 2, summer: 'europe' }],
  ['MSK', { ahead: 3, summer: 'moscow' }],
  ['BRT', { ahead: -3, summer: 'south-america' }],
  ['ART', { ahead: -3, summer: 'none' }],
  ['IST', { ahead: 5.5, summer: 'none' }],
  ['CCT', { ahead: 8, summer: 'none' }],
  ['CUST', { ahead: 8, summer: 'none' }],
  ['CST', { ahead: 8, summer: 'none' }],
  ['JST', { ahead: 9, summer: 'none' }],
  ['AWST', { ahead: 8, summer: 'none' }],
  ['AEST', { ahead: 10, summer: 'australia' }],
  ['ACST', { ahead: 9.5, summer: 'australia' }],
  ['NZST', { ahead: 12, summer: 'new-zealand' }],
]);

/** Whether `zone` is one whose clock is known here. */
export const isZone = (zone: string): boolean => ZONES.has(zone);

/** Read from the left: at most one run of blanks or dashes between date and time, so that long texts take no longer. */
const CLOCK = /(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})[ T-]{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?[ ]?\(?([A-Z]{2,4})?/g;

const HOUR_MS = 3_600_000;

/**
 * The moment that a text tells, `2019/02/17 22:38:05 CET [2019/02/17 16:38:05 ET]`, as `2019-02-17T21:38:05Z`. Of several
 * clocks the last with a known zone counts, since sites put their own behind the player's. `zone` is meant where none is
 * written. Null where there is no date, or none that exists.
 */
export const readMoment = (text: string, zone: string): string | null => {
  let told: number | null = null;
  for (const parts of text.matchAll(CLOCK)) {
    const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as Six;
    const written = parts[7];
    const clock = ZONES.get(written ?? zone);
    if (clock === undefined && told !== null) continue;
    const local = Date.UTC(year, month - 1, day, hour, minute, second);
    if (!exists(local, year, month, day, hour, minute, second)) continue;
    told = utcOf(local, clock ?? ZONES.get(zone)!);
  }
  return told === null ? null : `${new Date(told).toISOString().slice(0, 19)}Z`;
};

type Six = [number, number, number, number, number, number];

const exists = (local: number, ...[year, month, day, hour, minute, second]: Six): boolean =>
  hour < 24 &&
  minute < 60 &&
  second < 60 &&
  year >= 1998 &&
  year < 2200 &&
  month >= 1 &&
  month <= 12 &&
  isDay(local, day);

const isDay = (local: number, day: number): boolean => new Date(local).getUTCDate() === day;

/** `local` is the clock on the wall, as milliseconds counted as if it showed UTC. */
const utcOf = (local: number, { ahead, summer }: ZoneClock): number => {
  const inWinter = local - ahead * HOUR_MS;
  return isSummer(summer, inWinter - HOUR_MS, ahead) ? inWinter - HOUR_MS : inWinter;
};

/** Whether clocks are an hour further at this moment. */
const isSummer = (rule: ZoneClock['summer'], utc: number, ahead: number): boolean => {
  const year = new Date(utc).getUTCFullYear();
  switch (rule) {
    case 'none':
      return false;
    case 'america': {
      // At two in the morning on the wall, which is another moment in each zone.
      const begins = year >= 2007 ? sunday(year, 2, 2) : sunday(year, 3, 1);
      const ends = year >= 2007 ? sunday(year, 10, 1) : lastSunday(year, 9);
      return utc >= begins + (2 - ahead) * HOUR_MS && utc < ends + (1 - ahead) * HOUR_MS;
    }
    case 'europe':
      return utc >= lastSunday(year, 2) + HOUR_MS && utc < lastSunday(year, 9) + HOUR_MS;
    case 'moscow':
      // Summer time until March 2011, then for good until October 2014, then never again.
      if (year > 2014) return false;
      if (year > 2011) return year < 2014 || utc < Date.UTC(2014, 9, 25, 22);
      return utc >= lastSunday(year, 2) - HOUR_MS && (year === 2011 || utc < lastSunday(year, 9) - HOUR_MS);
    case 'south-america':
      // Brazil, until it gave summer time up in 2019.
      if (utc < sunday(year, 1, 3) + 2 * HOUR_MS) return year <= 2019;
      return year < 2019 && utc >= (year === 2018 ? sunday(year, 10, 1) : sunday(year, 9, 3)) + 3 * HOUR_MS;
    case 'australia':
      return utc < sunday(year, 3, 1) + (2 - ahead) * HOUR_MS || utc >= sunday(year, 9, 1) + (2 - ahead) * HOUR_MS;
    case 'new-zealand':
      return utc < sunday(year, 3, 1) + (2 - ahead) * HOUR_MS || utc >= lastSunday(year, 8) + (2 - ahead) * HOUR_MS;
  }
};

const DAY_MS = 24 * HOUR_MS;

/** Midnight of the `nth` Sunday of a month; months count from 0. */
const sunday = (year: number, month: number, nth: number): number => {
  const first = Date.UTC(year, month, 1);
  return first + (((7 - new Date(first).getUTCDay()) % 7) + 7 * (nth - 1)) * DAY_MS;
};

const lastSunday = (year: number, month: number): number => {
  const last = Date.UTC(year, month + 1, 0);
  return last - new Date(last).getUTCDay() * DAY_MS;
};
