/**
 * The Poker Hand History format: one hand in a file `.phh`, or many under headings `[1]`, `[2]` in a file `.phhs`. Files
 * `.phh` that were put together into one are told apart too, because no hand has a field twice.
 */
import type { Follower, SiteFormat } from '../site-format.ts';
import { readPhh } from './read.ts';

/** Fields of the format; which of them comes first is everybody’s own choice. */
const FIELDS = [
  ...['variant', 'ante_trimming_status', 'antes', 'blinds_or_straddles', 'bring_in', 'small_bet', 'big_bet', 'min_bet'],
  ...['starting_stacks', 'actions', 'author', 'event', 'url', 'venue', 'address', 'city', 'region', 'postal_code'],
  ...['country', 'time', 'time_zone', 'time_zone_abbreviation', 'day', 'month', 'year', 'hand', 'level', 'seats'],
  ...['seat_count', 'table', 'players', 'finishing_stacks', 'winnings', 'currency', 'currency_symbol', 'time_limit'],
  'time_banks',
];
const HEADING = /^[ \t]{0,8}\[(\d{1,9})\]/;
const TABLE = /^[ \t]{0,8}\[{1,2}([^\]"',]{1,80})\]/;
const KEY = /^[ \t]{0,8}([a-z_]{1,40})[ \t]{0,8}=/;

const begins = (line: string): boolean => {
  const key = KEY.exec(line)?.[1];
  return key === undefined ? HEADING.test(line) : FIELDS.includes(key);
};

const follow = (): Follower => {
  const seen = new Set<string>();
  let table = '';
  return (line) => {
    const heading = HEADING.exec(line);
    const key = KEY.exec(line)?.[1];
    if (heading !== null && seen.size > 0) return 'next';
    if (heading === null && key === undefined) table = TABLE.exec(line)?.[1] ?? table;
    const name = heading?.[0] ?? (key === undefined ? null : `${table}.${key}`);
    if (name === null) return 'within';
    if (seen.has(name)) return 'next';
    seen.add(name);
    return 'within';
  };
};

export const phh: SiteFormat = { site: 'phh', begins, follow, parse: readPhh };
