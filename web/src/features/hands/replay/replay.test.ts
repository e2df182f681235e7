import { formatCards } from '@ploscope/poker';
import { expect, test } from 'vitest';
import { goldenHand } from '../../../../test/played-hands.ts';
import { equitiesOf, equityQuestion } from './equity-question.ts';
import { actorFigures, sprOf } from './figures.ts';
import { seatPlaces } from './seats.ts';
import { seenCards } from './seen-cards.ts';
import { stopAt, stopsOf, streetStops } from './stops.ts';
import { streetsOf } from './streets-of.ts';

const twice = goldenHand('pokerstars/plo4-run-twice-on-the-turn.txt');
const tournament = goldenHand('pokerstars/holdem-tournament-antes-side-pot.txt');

test('a replay stops before the first decision, after each, and at the end', () => {
  for (const replay of [twice, tournament]) {
    const stops = stopsOf(replay);
    const { operations } = replay.hand;
    const first = operations[stops[0]?.at ?? -1];
    expect(first?.kind).not.toMatch(/post|deal/);
    expect(stops.at(-1)).toMatchObject({ at: operations.length, isEnd: true });
    // Every decision has a stop at which it is about to be made, where a review leads to.
    operations.forEach((operation, at) => {
      if (/fold|check|call|bet/.test(operation.kind)) expect(stops[stopAt(stops, at)]?.at).toBe(at);
    });
  }
});

test('streets are found in order, each at its first stop', () => {
  const stops = stopsOf(twice);
  const streets = streetStops(stops);
  expect(streets.map(({ street }) => street)).toEqual(['preflop', 'flop', 'turn', 'river']);
  for (const { street, stop } of streets) expect(twice.states[stops[stop]?.at ?? 0]?.street).toBe(street);
});

test('pot odds count only what the caller can win', () => {
  const state = twice.states[stopsOf(twice)[0]?.at ?? 0];
  if (state === undefined || state.actor === null) throw new Error('somebody acts first');
  // Two blinds of 1 and 2, 2 to call.
  expect(actorFigures(state)).toMatchObject({ toCall: 200, potOdds: 200 / 500 });
  const short = { ...state, stacks: state.stacks.map((chips, player) => (player === state.actor ? 100 : chips)) };
  // All-in for 1: of the blind of 2 it wins 1.
  expect(actorFigures(short)).toMatchObject({ toCall: 100, potOdds: 100 / 300 });
  expect(actorFigures({ ...state, actor: null })).toBeNull();
});

test('stacks are measured by the pot as the street began', () => {
  const stops = stopsOf(twice);
  const [preflop, flop] = streetStops(stops);
  expect(sprOf(twice, stops[preflop?.stop ?? 0]?.at ?? 0)).toBeNull();
  // €45 in the middle, €178 behind the shorter of the two.
  expect(sprOf(twice, stops[flop?.stop ?? 0]?.at ?? 0)).toBeCloseTo(178 / 45, 5);
});

test('equities are asked board by board, with all other cards that are seen out of the deck', () => {
  const { hand, states } = twice;
  const last = states.at(-1);
  if (last === undefined) throw new Error('a replay ends');
  const hands = seenCards(twice, hand.operations.length, true);
  const question = equityQuestion({ game: hand.game, hands, folded: last.folded, boards: last.boards });
  expect(question?.spots.map(({ board }) => board)).toEqual(['Th7h2c9s4h', 'Th7h2c9s5d']);
  expect(question?.spots[0]?.dead).toBe('5d');
  expect(question?.players).toHaveLength(2);
  const equities = equitiesOf(
    question!,
    [
      [1, 0],
      [0, 1],
    ],
    hand.players.length,
  );
  expect(equities.filter((equity) => equity !== null)).toEqual([0.5, 0.5]);
  // One hand alone has nothing to be compared with.
  expect(
    equityQuestion({ game: hand.game, hands: [hands[question!.players[0]!]!], folded: [false], boards: [] }),
  ).toBeNull();
});

test('as it was played, only one’s own cards lie open until the others show theirs', () => {
  const count = (at: number): number => seenCards(twice, at, false).filter((cards) => cards.length > 0).length;
  expect(count(stopsOf(twice)[0]?.at ?? 0)).toBe(1);
  expect(count(twice.hand.operations.length)).toBe(2);
});

test('one’s own seat is at the bottom, and everybody sits on the table', () => {
  for (const shape of ['wide', 'tall'] as const) {
    const places = seatPlaces(twice.hand, shape);
    expect(new Set(places.map(({ player }) => player)).size).toBe(twice.hand.players.length);
    expect(places[0]?.player).toBe(twice.hand.hero);
    expect(Math.max(...places.map(({ y }) => y))).toBe(places[0]?.y);
    for (const { x, y } of places) expect(Math.min(x, y, 1 - x, 1 - y)).toBeGreaterThan(0);
  }
});

test('what is dealt at once after an all-in stands together, board by board', () => {
  const streets = streetsOf(twice);
  expect(streets.map((street) => street.streets)).toEqual([['preflop'], ['flop'], ['turn'], ['river']]);
  expect(streets.at(-1)?.cards.map(formatCards)).toEqual(['4h', '5d']);
  const thrice = streetsOf(goldenHand('gg/plo5-straddle-run-three-times.txt')).at(-1);
  expect(thrice?.streets).toEqual(['turn', 'river']);
  expect(thrice?.cards.map((cards) => cards.length)).toEqual([2, 2, 2]);
});
