import { expect, test } from 'vitest';
import { errorsCsv } from './errors-csv.ts';

test('errors read back as rows, and none of them is a formula', () => {
  const rows = [
    { file: '=cmd()', line: 3, code: 'mismatch', message: 'The pot is 12,50 "or" 13' },
    { file: 'a.txt', line: 1, code: 'incomplete', message: 'two\nlines' },
  ];
  expect(errorsCsv(rows).split('\r\n').slice(0, 2)).toEqual([
    'file,line,code,message',
    `'=cmd(),3,mismatch,"The pot is 12,50 ""or"" 13"`,
  ]);
  expect(errorsCsv(rows)).toContain('"two\nlines"');
});
