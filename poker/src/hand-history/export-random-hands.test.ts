/** Whatever the rules allow is written in both forms, and reads the same, nothing left out. */
import { expect, it } from 'vitest';
import { type Dealer, dealer } from '../../test/random.ts';
import { randomHand } from '../../test/random-hand.ts';
import { settle } from '../table/settle.ts';
import { HandCutter } from './cut-hands.ts';
import { EXPORT_FORMS, exportHand } from './export-hands.ts';
import { HAND_VERSION, type PlayedHand, SITES, type Told } from './played-hand.ts';
import { SITE_FORMATS } from './sites/site-formats.ts';

const NAMES = [
  'Ann',
  'a "b" \\c',
  'p1 # call 3',
  'Ærø \u{1F0A1}',
  '# run 2',
  '',
  ' two  blanks ',
  "it's",
  'x = 1',
  '}{][',
  'ß',
  '[1]',
];
const TEXTS = ['', '7', '100200300400500600', 'Elm "9"', '\t\n', "'''", 'ohh": {'];

/** A hand that was played, with facts around it as odd as they may be. */
const playedHand = (seed: number): PlayedHand => {
  const random = dealer(seed);
  const { setup, log, end } = randomHand(random);
  const seats = seatsOf(setup.stacks.length, random);
  return {
    hand: HAND_VERSION,
    site: random.pick(SITES),
    id: random.pick(TEXTS),
    playedAt: random.pick([null, '2026-11-21T10:30:00Z', '1999-12-31T23:59:59Z']),
    table: random.pick(TEXTS),
    seats: random.pick([null, 2, 6, 10]),
    tournament: random.pick([null, { id: random.pick(TEXTS), buyIn: random.pick(TEXTS) }]),
    money: { currency: random.pick(['USD', 'EUR', 'chips', 'play', 'USDT', 'mBTC']), decimals: random.whole(0, 3) },
    game: setup.game,
    betting: setup.betting,
    opening: setup.opening,
    boards: setup.boards,
    smallBlind: setup.smallBlind,
    bigBlind: setup.bigBlind,
    ante: random.pick([0, 1, 250]),
    ...(setup.fromHouse === undefined ? {} : { fromHouse: setup.fromHouse }),
    players: setup.stacks.map((stack, i) => ({ name: NAMES[i] ?? `p${i}`, seat: seats[i] ?? 0, stack })),
    hero: random.pick([null, 0, setup.stacks.length - 1]),
    operations: log,
    told: toldOf(settle(end), random),
  };
};

const seatsOf = (count: number, { whole, next }: Dealer): number[] => {
  const from = whole(1, 10);
  const inOrder = Array.from({ length: count }, (_, i) => ((from + i) % 10) + 1);
  return next() < 0.2 ? inOrder.reverse() : inOrder;
};

const toldOf = (settled: ReturnType<typeof settle>, { pick }: Dealer): Told => {
  const end = settled.ok ? settled.value : null;
  return {
    pot: pick([null, 0, 1234]),
    rake: pick([null, 0, 7]),
    fees: pick([null, 3]),
    won: pick([null, end?.won ?? null]),
    returned: pick([null, end?.returned ?? null]),
    pots: pick([null, [], end?.pots.map(({ chips }) => chips) ?? null]),
    stacks: pick([null, end?.stacks ?? null]),
  };
};

it.each(EXPORT_FORMS)('random hands of every kind in a file of %s', (form) => {
  const hands = Array.from({ length: 150 }, (_, seed) => playedHand(seed));
  const cutter = new HandCutter(SITE_FORMATS);
  let read = 0;
  const check = (cuts: ReturnType<HandCutter['feed']>): void => {
    for (const cut of cuts) {
      const parsed = cut.ok ? cut.format.parse(cut.lines) : cut;
      if (!parsed.ok) throw new Error(`${read}: ${parsed.error.message}`);
      expect(parsed.value).toEqual(hands[read]);
      read += 1;
    }
  };
  for (const [index, hand] of hands.entries()) check(cutter.feed(exportHand(hand, form, index)));
  check(cutter.end());
  expect(read).toBe(hands.length);
});
