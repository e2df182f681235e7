/**
 * A spot to be solved out of anything: a `spot/1` document with `oop` and `ip`, or nonsense.
 *
 * Every text is judged: boards, dead cards, ranges and sizes. What only the bet tree shows, such as the line of a lock
 * or a raise above the pot, `buildTree` and `solveJob` judge. A document without a word about its bet tree gets one that
 * fits ten minutes, written out, so that the spot and its id say what is solved.
 */
import { type Card, formatCard, parsePlacedCards } from '../cards.ts';
import { fail, type Result, succeed, textError } from '../result.ts';
import { parseSize } from '../solve/parse-size.ts';
import { withTenMinuteTree } from '../solve/presets/ten-minutes.ts';
import { openingStreet, STREETS } from '../solve/streets.ts';
import { say } from '../text/en.ts';
import { parseEntry } from './entry.ts';
import { givesTree } from './given-tree.ts';
import { parseSolveForm } from './solve-form.ts';
import type { SolveSpot } from './solve-spot.ts';
import type { SpotError } from './spot.ts';
import { atField } from './spot-form.ts';

/** More than any spot needs, less than would be a burden. */
const MAX_CARDS_TEXT = 1000;

/** Codes: those of `parseSolveForm`, `solve-board`, `solve-dead`, `card-twice`, and those of cards, ranges and sizes. */
export const parseSolveSpot = (value: unknown): Result<SolveSpot, SpotError> => {
  const spot = parseSolveForm(value);
  if (!spot.ok) return spot;
  const error = cardsProblem(spot.value) ?? rangesProblem(spot.value) ?? sizesProblem(spot.value);
  if (error !== null) return fail(error);
  return givesTree(value) ? spot : succeed(withTenMinuteTree(spot.value));
};

const cardsProblem = (spot: SolveSpot): SpotError | null => {
  const places = new Map<Card, string>();
  const counts = { board: 0, board2: 0, dead: 0 };
  for (const field of ['board', 'board2', 'dead'] as const) {
    const text = spot[field] ?? '';
    if (text.length > MAX_CARDS_TEXT) return atField(field, say.tooLong(MAX_CARDS_TEXT), text);
    const cards = parsePlacedCards(text);
    if (!cards.ok) return { ...cards.error, field };
    counts[field] = cards.value.length;
    for (const { card, at, end } of cards.value) {
      const taken = places.get(card);
      if (taken !== undefined) {
        return { ...textError(say.cardTwice(formatCard(card), taken, PLACE_NAMES[field]), at, end), field };
      }
      places.set(card, PLACE_NAMES[field]);
    }
  }
  return boardProblem(spot, counts);
};

const PLACE_NAMES = { board: say.onBoard(), board2: say.onBoard2(), dead: say.amongDead() } as const;

const boardProblem = (
  { board, board2, dead }: SolveSpot,
  counts: Readonly<Record<'board' | 'board2' | 'dead', number>>,
): SpotError | null => {
  const street = openingStreet(counts.board);
  if (street === null) return atField('board', say.solveBoard(counts.board), board);
  if (board2 !== null && counts.board2 !== counts.board) {
    return atField('board2', say.otherStreet(counts.board, counts.board2), board2);
  }
  return counts.dead > 0 && street !== 'river' ? atField('dead', say.deadBeforeRiver(), dead) : null;
};

const rangesProblem = (spot: SolveSpot): SpotError | null => {
  const ranges: (readonly [string, string])[] = [
    ['oop.range', spot.oop.range],
    ['ip.range', spot.ip.range],
    ...spot.locks.flatMap(({ hands }, lock) =>
      hands.map(({ range }, at) => [`locks[${lock}].hands[${at}].range`, range] as const),
    ),
  ];
  for (const [field, range] of ranges) {
    const entry = parseEntry(range, spot.game);
    if (!entry.ok) return { ...entry.error, field };
  }
  return null;
};

const sizesProblem = (spot: SolveSpot): SpotError | null => {
  const potLimit = spot.game !== 'holdem';
  const lists = [
    ['oop.bets', spot.oop.bets, false],
    ['oop.raises', spot.oop.raises, true],
    ['oop.donks', spot.oop.donks, false],
    ['ip.bets', spot.ip.bets, false],
    ['ip.raises', spot.ip.raises, true],
  ] as const;
  for (const [field, sizes, raise] of lists) {
    for (const street of STREETS) {
      for (const [at, text] of (sizes[street] ?? []).entries()) {
        const size = parseSize(text, { raise, potLimit });
        if (!size.ok) return { ...size.error, field: `${field}.${street}[${at}]` };
      }
    }
  }
  return potLimit && spot.minBet > spot.pot ? atField('minBet', say.minBetAbovePot()) : null;
};
