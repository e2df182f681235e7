/** When a PHH hand was played: a date in three fields, a time of day in one, and the zone they are meant in. */
import type { Fields } from './fields.ts';

/** UTC with seconds; null where the document does not say the day and the time, or names a zone not known here. */
export const playedAt = (fields: Fields): string | null => {
  const [year, month, day] = [fields.whole('year'), fields.whole('month'), fields.whole('day')];
  const time = /^(\d\d):(\d\d)(?::(\d\d))?/.exec(fields.moment('time') ?? '');
  const zone = fields.text('time_zone') ?? fields.text('time_zone_abbreviation') ?? 'UTC';
  if (year === null || month === null || day === null || time === null || zone !== 'UTC') return null;
  const [, hours, minutes, seconds = '00'] = time;
  const at = new Date(Date.UTC(year, month - 1, day, Number(hours), Number(minutes), Number(seconds)));
  return Number.isNaN(at.getTime()) || at.getUTCDate() !== day ? null : `${at.toISOString().slice(0, 19)}Z`;
};
