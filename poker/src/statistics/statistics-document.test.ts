import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FILTER_TEXTS } from '../text/en-filter.ts';
import { parseFilterText } from './filter-text.ts';
import { FILTER_FIELDS } from './hand-filter.ts';
import { STATISTICS } from './statistics.ts';
import { formatStatisticsDocument } from './statistics-document.ts';

const document = readFileSync(new URL('../../../docs/statistics.md', import.meta.url), 'utf8');

it('docs/statistics.md is what the tables say, every statistic and every field in it', () => {
  expect(document).toBe(formatStatisticsDocument());
  for (const { key } of STATISTICS) expect(document.split(` \`${key}\` |`)).toHaveLength(2);
});

it.each(FILTER_FIELDS.map(({ key }) => key))('the example of %s can be read', (key) => {
  const read = parseFilterText(FILTER_TEXTS[key].example);
  expect(read.ok ? Object.keys(read.value) : read.error.message).toEqual([key]);
});
