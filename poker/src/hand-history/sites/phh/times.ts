/** When a PHH hand was played: a date in three fields, a time of day in one, and the zone they are meant in. */
import { isZone, readMoment } from '../../reading/site-clock.ts';
import type { Fields } from './fields.ts';

/** Zones by the names of places, as far as hands are often played there; others are written as letters too. */
const PLACES: Readonly<Record<string, string>> = {
  'America/New_York': 'ET',
  'America/Toronto': 'ET',
  'America/Chicago': 'CT',
  'America/Denver': 'MT',
  'America/Los_Angeles': 'PT',
  'America/Vancouver': 'PT',
  'America/Sao_Paulo': 'BRT',
  'Etc/UTC': 'UTC',
  'Europe/London': 'WET',
  'Europe/Berlin': 'CET',
  'Europe/Madrid': 'CET',
  'Europe/Paris': 'CET',
  'Europe/Helsinki': 'EET',
  'Europe/Moscow': 'MSK',
};
const WHERE = ['city', 'region', 'country'];

/** UTC with seconds; null where the document does not say the day and the time, or where its zone is not known here. */
export const playedAt = (fields: Fields): string | null => {
  const [year, month, day] = [fields.whole('year'), fields.whole('month'), fields.whole('day')];
  const time = fields.moment('time');
  if (year === null || month === null || day === null || time === null) return null;
  const zone = zoneOf(fields);
  return zone === null ? null : readMoment(`${year}-${month}-${day} ${time.slice(0, 'hh:mm:ss'.length)}`, zone);
};

const zoneOf = (fields: Fields): string | null => {
  const place = fields.text('time_zone');
  const zone = (place === null ? null : (PLACES[place] ?? place)) ?? fields.text('time_zone_abbreviation');
  if (zone !== null) return isZone(zone) ? zone : null;
  // With a place and no zone the clock of the place is meant.
  return WHERE.every((key) => fields.has(key)) ? null : 'UTC';
};
