import { expect, test } from 'vitest';
import { readMoment } from './site-clock.ts';

test.each([
  ['2024/01/20 10:10:10 ET', '2024-01-20T15:10:10Z'],
  ['2024/07/20 10:10:10 ET', '2024-07-20T14:10:10Z'],
  // The night clocks go forward, and the night they go back.
  ['2024/03/10 1:59:59 ET', '2024-03-10T06:59:59Z'],
  ['2024/03/10 3:00:00 ET', '2024-03-10T07:00:00Z'],
  ['2024/11/03 2:00:00 ET', '2024-11-03T07:00:00Z'],
  // Before 2007 America's summer began in April.
  ['2005/03/28 12:00:00 ET', '2005-03-28T17:00:00Z'],
  ['2005/10/30 5:31:42 (ET)', '2005-10-30T10:31:42Z'],
  ['2023/07/14 21:03:44 CET [2023/07/14 15:03:44 ET]', '2023-07-14T19:03:44Z'],
  ['2021/11/23 22:30:22 MSK', '2021-11-23T19:30:22Z'],
  ['2012/05/01 12:00:00 MSK', '2012-05-01T08:00:00Z'],
  ['2018/03/18 08:51:13 UTC', '2018-03-18T08:51:13Z'],
  ['2024/07/01 12:00:00 CET', '2024-07-01T10:00:00Z'],
  ['2024/07/01 12:00:00 BRT', '2024-07-01T15:00:00Z'],
  ['2024/01/15 12:00:00 AEST', '2024-01-15T01:00:00Z'],
  ['2019/02/17 21:38 UTC [2019/02/17 22:38 CET]', '2019-02-17T21:38:00Z'],
])('%s', (text, utc) => {
  expect(readMoment(text, 'ET')).toBe(utc);
});

test('a clock without a zone is in the one that the site keeps', () => {
  expect(readMoment('2021/01/21 02:41:55', 'UTC')).toBe('2021-01-21T02:41:55Z');
});

test('days that do not exist are no date', () => {
  expect(readMoment('2023/02/29 10:00:00 ET', 'ET')).toBe(null);
  expect(readMoment('2023/02/28 25:00:00 ET', 'ET')).toBe(null);
  expect(readMoment('no date', 'ET')).toBe(null);
});
