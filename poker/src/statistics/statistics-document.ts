/** `docs/statistics.md`, written from the tables of statistics, textures and filters. */
import { POSITION_NAMES, POT_TYPE_NAMES, TEXTURE_TEXTS } from '../text/en-facts.ts';
import { FILTER_TEXTS } from '../text/en-filter.ts';
import { GROUP_NAMES, HOUSE_ESTIMATE, UNIT_NAMES } from '../text/en-statistics.ts';
import type { StatisticGroup } from './counting.ts';
import { FILTER_FIELDS, type FilterField } from './hand-filter.ts';
import { positionNames } from './positions.ts';
import { POT_TYPES } from './pot-type.ts';
import { STATISTICS, type Statistic } from './statistics.ts';
import { TEXTURE_KINDS, TEXTURES } from './texture.ts';

/** The text of `docs/statistics.md`. */
export const formatStatisticsDocument = (): string =>
  `${[
    '# Statistics of played hands',
    '',
    '<!-- Written by `node tools/documents.mjs` from poker/src; edit it there. -->',
    '',
    'What each statistic counts, what a list of hands can be filtered by, and what the words mean.',
    '',
    '## How to read them',
    '',
    'A statistic is *taken of chances*: of the times a player could do something, how often it was done. Chances are the',
    'sample. Only who comes to act has a chance, so nobody has one who is all-in, has folded, or got a walk.',
    '',
    'The **interval** says between which values the true one lies with 95 % confidence (Wilson); it is wide where chances',
    'are few. **Usual** is the reference band, a place to start asking, not a norm. Where no source is named it is a',
    `${HOUSE_ESTIMATE.charAt(0).toLowerCase()}${HOUSE_ESTIMATE.slice(1)}.`,
    ...groups().flatMap(groupLines),
    '',
    '## Positions',
    '',
    'Counted back from the button, so that a position means who acts behind it. Where nobody posts the small blind, the',
    'others are called as with one player more.',
    '',
    '| Players | In the order of play after the flop |',
    '|---|---|',
    ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map(
      (players) =>
        `| ${players} | ${positionNames(players)
          .map((position) => POSITION_NAMES[position])
          .join(' ')} |`,
    ),
    '',
    '## Filters',
    '',
    'One line of words `field=value` with spaces between, for the address of the page, `--filter` and the HTTP interface.',
    'Alternatives have commas between, spans are `2..6`, `50..` or `..-20`. What holds spaces stands in quotation marks,',
    'which are doubled inside. Fields go together: a hand has to pass all of them.',
    '',
    '| Field | Asks | Values | For example |',
    '|---|---|---|---|',
    ...FILTER_FIELDS.map((field) => {
      const { asks, example } = FILTER_TEXTS[field.key];
      return `| \`${example.slice(0, example.indexOf('='))}\` | ${asks} | ${valuesOf(field)} | \`${example}\` |`;
    }),
    '',
    '## Pots',
    '',
    `${POT_TYPES.map((type) => `\`${type}\` ${POT_TYPE_NAMES[type]}`).join('; ')}.`,
    '',
    '## Flops',
    '',
    '| Word | Of | Means |',
    '|---|---|---|',
    ...TEXTURE_KINDS.flatMap((kind) => {
      const texts: Readonly<Record<string, { readonly definition: string }>> = TEXTURE_TEXTS[kind];
      return TEXTURES[kind].map((word) => `| \`${word}\` | ${kind} | ${texts[word]?.definition ?? ''} |`);
    }),
    '',
    '## Adjusted results',
    '',
    'Where all who are left are all-in before the river, or nobody can bet any more, a result is luck from there on. The',
    'adjusted result is what each player gets on average from that moment: every pot times the player’s exact equity among',
    'those who can win it, rake taken out first. All cards of who is left have to be known; folded cards count as unknown.',
    'Running it twice changes nothing, and what the house paid for cashing out stays as it is.',
  ].join('\n')}\n`;

const groups = (): StatisticGroup[] => [...new Set(STATISTICS.map(({ group }) => group))];

const groupLines = (group: StatisticGroup): string[] => [
  '',
  `## ${GROUP_NAMES[group]}`,
  '',
  '| Statistic | What it says | Chance | Taken | Usual |',
  '|---|---|---|---|---|',
  ...STATISTICS.filter((statistic) => statistic.group === group).map(line),
];

const line = (statistic: Statistic): string => {
  const { name, key, definition, chance, taken, note } = statistic;
  const what = note === '' ? definition : `${definition} ${note}`;
  return `| ${name} \`${key}\` | ${what} | ${chance} | ${taken} | ${bandOf(statistic)} |`;
};

const bandOf = ({ band, unit, source }: Statistic): string => {
  if (band === null) return '';
  const from = source === undefined ? '' : ` (${source})`;
  return `${`${band[0]}–${band[1]} ${UNIT_NAMES[unit]}`.trim()}${from}`;
};

const valuesOf = (field: FilterField): string => {
  switch (field.form) {
    case 'words':
      return field.words.map((word) => `\`${word}\``).join(' ');
    case 'yes-no':
      return '`yes` `no`';
    case 'span':
      return field.whole ? 'whole number or span' : 'number or span';
    case 'time':
      return 'day or moment';
    case 'range':
      return 'range expression';
    default:
      return 'text';
  }
};
