import { describe, expect, it } from 'vitest';
import { play } from '../../test/script-hand.ts';
import { factsOf, type HandFacts } from './facts.ts';
import { formatFilterText, parseFilterText } from './filter-text.ts';
import { FILTER_FIELDS, type HandFilter } from './hand-filter.ts';
import { filterMatcher, matchesFilter } from './match-filter.ts';
import { readHandFilter } from './read-hand-filter.ts';

const filterOf = (text: string): HandFilter => {
  const read = parseFilterText(text);
  if (!read.ok) throw new Error(`${text}: ${read.error.message}`);
  return read.value;
};

const refusal = (text: string) => {
  const read = parseFilterText(text);
  return read.ok ? null : [read.error.code, read.error.field, text.slice(read.error.at, read.error.end)];
};

/** A text of every field. */
const EVERYTHING =
  'from=2026-01-01 to=2026-11-21T18:00:00Z site=pokerstars,gg game=plo4,plo5 stakes=$0.50/$1,€1/€2 tournament=no ' +
  'player="The ""Nit"", Jr." players=2..6 position=CO,BTN pot=3-bet,4-bet straddled=no flop-players=2 in-position=yes ' +
  'street=turn,river showdown=yes all-in=no,flop outcome=won result=50.. pot-size=..200.5 made=flush,fullHouse ' +
  'suits=rainbow,two-tone pairing=unpaired connection=wrap high=ace,low hand="AA:$ds, KK"';

describe('the text of a filter', () => {
  it('says every field, and comes back as it was', () => {
    const filter = filterOf(EVERYTHING);
    expect(Object.keys(filter).sort()).toEqual(FILTER_FIELDS.map(({ key }) => key).sort());
    expect(filter).toMatchObject({
      player: 'The "Nit", Jr.',
      players: { least: 2, most: 6 },
      flopPlayers: { least: 2, most: 2 },
      result: { least: 50, most: null },
      potSize: { least: null, most: 200.5 },
      hand: 'AA:$ds, KK',
      stakes: ['$0.50/$1', '€1/€2'],
    });
    expect(formatFilterText(filter)).toBe(EVERYTHING);
    expect(readHandFilter(JSON.parse(JSON.stringify(filter)))).toEqual({ ok: true, value: filter });
    expect(filterOf('')).toEqual({});
    expect(formatFilterText({})).toBe('');
  });

  it('takes any order, capitals, hyphens, and commas of a range without quotation marks', () => {
    expect(filterOf('  Position=btn,co\n allin=FLOP hand=AA,KK ')).toEqual({
      position: ['CO', 'BTN'],
      allIn: ['flop'],
      hand: 'AA,KK',
    });
    expect(formatFilterText(filterOf('result=-20..-10 position=BTN,CO'))).toBe('position=CO,BTN result=-20..-10');
  });

  it.each([
    ['positon=BTN', 'filter-field', 'positon', 'positon=BTN'],
    ['pot=3-bet BTN', 'filter-field', 'BTN', 'BTN'],
    ['position', 'filter-value', 'position', 'position'],
    ['position=', 'filter-value', 'position', 'position='],
    ['pot=3-bet position=BTN,UTG9', 'filter-value', 'position', 'position=BTN,UTG9'],
    ['pot=3-bet pot=4-bet', 'filter-field', 'pot', 'pot=4-bet'],
    ['players=6..2', 'filter-value', 'players', 'players=6..2'],
    ['players=2.5', 'filter-value', 'players', 'players=2.5'],
    ['players=..', 'filter-value', 'players', 'players=..'],
    ['result=much', 'filter-value', 'result', 'result=much'],
    ['showdown=perhaps', 'filter-value', 'showdown', 'showdown=perhaps'],
    ['from=2026-02-31', 'filter-value', 'from', 'from=2026-02-31'],
    ['from=2026-02-31T10:00:00Z', 'filter-value', 'from', 'from=2026-02-31T10:00:00Z'],
    ['to=yesterday', 'filter-value', 'to', 'to=yesterday'],
    ['hand="AA', 'filter-value', 'hand', 'hand="AA'],
  ])('names the word that is wrong: %s', (text, code, field, word) => {
    expect(refusal(text)).toEqual([code, field, word]);
  });

  it('suggests what was meant, and reads ranges by the games asked for', () => {
    const near = parseFilterText('positon=BTN');
    expect(near.ok ? '' : near.error.hint).toContain('position');
    const word = readHandFilter({ made: ['flsh'] });
    expect(word.ok ? '' : word.error.hint).toContain('flush');
    expect(refusal('hand=AAKKQ game=plo4')?.[1]).toBe('hand');
    expect(refusal('hand=AAKKQ game=plo5')).toBeNull();
    expect(refusal('hand=AAKKQ')).toBeNull();
    expect(refusal('hand=1')?.[1]).toBe('hand');
  });
});

describe('the document of a filter', () => {
  it.each([
    [null, ''],
    [[], ''],
    [{ position: 'BTN' }, 'position'],
    [{ position: [] }, 'position'],
    [{ tournament: 'no' }, 'tournament'],
    [{ players: 6 }, 'players'],
    [{ players: { least: '2' } }, 'players'],
    [{ players: { least: 2, much: 3 } }, 'players'],
    [{ player: '' }, 'player'],
    [{ stakes: [1] }, 'stakes'],
    [{ __proto__: null, toString: 1 }, 'toString'],
  ])('%j is refused with its field', (document, field) => {
    const read = readHandFilter(document);
    expect(read.ok ? null : read.error.field).toBe(field);
  });
});

describe('a filter asked of facts', () => {
  // A 3-bet pot on two boards’ worth of facts: BTN all-in on the flop with a full house against HJ.
  const course = play(6, 'f r300 f r1000 f f c [KsKd2c] x b2150 c [9h] x b4000 c [3s] x b2850 c', {
    hands: ['', '', '', 'AsAhQdJd', '', 'KhKc7d6d'],
  });
  const btn = factsOf(course, 5);
  const hj = factsOf(course, 3);

  it.each([
    ['', true, true],
    ['position=BTN', true, false],
    ['position=HJ,CO', false, true],
    ['pot=3-bet players=6 flop-players=2', true, true],
    ['pot=4-bet', false, false],
    ['in-position=yes', true, false],
    ['outcome=won', true, false],
    ['result=100..', true, false],
    ['result=..-99.5', false, true],
    ['pot-size=200..202', true, true],
    ['showdown=yes street=river', true, true],
    ['all-in=river', true, true],
    ['all-in=no', false, false],
    ['made=quads,straightFlush', true, false],
    ['made=twoPair', false, true],
    ['suits=rainbow pairing=paired high=king', true, true],
    ['pairing=unpaired', false, false],
    ['connection=dry', true, true],
    ['hand=KK', true, false],
    ['hand="AA:$ss, QQ"', false, true],
    ['hand=AAQJ game=plo5', false, false],
    ['player=P4', true, true],
    ['player=P9', false, false],
    ['stakes=$0.50/$1 site=pokerstars tournament=no straddled=no', true, true],
    ['stakes=$1/$2', false, false],
    ['from=2026-11-21 to=2026-11-21', true, true],
    ['from=2026-11-21T10:30:01Z', false, false],
    ['to=2026-11-21T10:30:00Z', true, true],
    ['to=2026-11-20', false, false],
  ])('%s', (text, ofBtn, ofHj) => {
    expect([matchesFilter(filterOf(text), btn), matchesFilter(filterOf(text), hj)]).toEqual([ofBtn, ofHj]);
  });

  it('lets no hand of unknown time through a bound of time, and no unknown cards into a range', () => {
    const undated: HandFacts = { ...btn, playedAt: null };
    expect(matchesFilter(filterOf('from=2020-01-01'), undated)).toBe(false);
    expect(matchesFilter(filterOf('hand=*'), { ...btn, cards: '' })).toBe(false);
  });

  it('fields go together: a filter of two lets through what both do', () => {
    const texts = ['position=BTN', 'made=quads', 'outcome=lost', 'hand=KK', 'suits=monotone', 'players=2..6'];
    for (const one of texts) {
      for (const other of texts) {
        if (one === other) continue;
        for (const facts of [btn, hj]) {
          const both = filterMatcher(filterOf(`${one} ${other}`))(facts);
          expect(both).toBe(matchesFilter(filterOf(one), facts) && matchesFilter(filterOf(other), facts));
        }
      }
    }
  });
});
