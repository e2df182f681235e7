/**
 * The form of a spot to be solved: which fields it has, that each is of its type and each number in its bounds. What
 * the texts say is not read here.
 */
import { fail, type Result, succeed } from '../result.ts';
import { STREETS } from '../solve/streets.ts';
import { say } from '../text/en.ts';
import { FieldReader, type Fields, inside, isFields, wholeFrom } from './field-reader.ts';
import { readLocks } from './lock-form.ts';
import type { Rake, SolveSide, SolveSpot, StreetSizes } from './solve-spot.ts';
import { SPOT_VERSION, type SpotError } from './spot.ts';
import { atField, readGame } from './spot-form.ts';

const FIELDS = [
  ...['ploscope', 'game', 'board', 'board2', 'dead', 'pot', 'stack', 'rake', 'oop', 'ip'],
  ...['addAllIn', 'forceAllIn', 'merge', 'maxRaises', 'minBet', 'locks'],
];
const SIDE_FIELDS = ['range', 'bets', 'raises', 'donks'];

/** Far above any game, and small enough that sums of chips stay exact everywhere. */
const MAX_CHIPS = 1_000_000_000;
const MAX_THRESHOLD = 1000;
const MAX_RAISES = 100;
const MAX_SIZES = 20;

const SIDE = '{"range":"*","bets":{"river":["pot"]},"raises":{"river":["pot"]}}';
const SIZES = '{"turn":["50%"],"river":["50%","pot"]}';

/**
 * A spot whose texts are still to be judged. Codes: `spot`, `unknown-field`, `version`, `game`, `field-type`, `chips`,
 * `number`, `size`, `lock`.
 */
export const parseSolveForm = (value: unknown): Result<SolveSpot, SpotError> => {
  if (!isFields(value)) return fail(atField('', say.notSolvable()));
  const { ploscope } = value;
  // Told first: a document of another version may well have other fields.
  if (ploscope !== undefined && ploscope !== SPOT_VERSION) {
    return fail(atField('ploscope', say.spotVersion(SPOT_VERSION), ploscope));
  }
  if (value.hands !== undefined) return fail(atField('hands', say.handsAndSides()));
  const reader = new FieldReader();
  const fields = reader.object(value, '', FIELDS, '');
  const game = readGame(fields.game);
  if (!game.ok) return reader.error === null ? game : fail(reader.error);
  const spot: SolveSpot = {
    ploscope: SPOT_VERSION,
    game: game.value,
    board: readCards(reader, fields, 'board') ?? '',
    board2: readCards(reader, fields, 'board2'),
    dead: readCards(reader, fields, 'dead') ?? '',
    pot: readChips(reader, fields, 'pot'),
    stack: readChips(reader, fields, 'stack'),
    rake: readRake(reader, fields.rake),
    oop: readSide(reader, fields.oop, 'oop'),
    ip: readIp(reader, fields.ip),
    addAllIn: readThreshold(reader, fields, 'addAllIn'),
    forceAllIn: readThreshold(reader, fields, 'forceAllIn'),
    merge: readThreshold(reader, fields, 'merge'),
    maxRaises: readMaxRaises(reader, fields.maxRaises),
    minBet: readMinBet(reader, fields.minBet),
    locks: readLocks(reader, fields.locks),
  };
  return reader.error === null ? succeed(spot) : fail(reader.error);
};

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

const readCards = (reader: FieldReader, fields: Fields, field: string): string | null =>
  isAbsent(fields[field]) ? null : reader.text(fields[field], field, say.cardsType());

const readChips = (reader: FieldReader, fields: Fields, field: 'pot' | 'stack'): number => {
  if (isAbsent(fields[field])) reader.fail(field, say.chipsMissing(field));
  return reader.number(fields[field], field, wholeFrom(1, MAX_CHIPS), say.chips(1, MAX_CHIPS));
};

const readMinBet = (reader: FieldReader, value: unknown): number =>
  isAbsent(value) ? 1 : reader.number(value, 'minBet', wholeFrom(1, MAX_CHIPS), say.chips(1, MAX_CHIPS));

const readMaxRaises = (reader: FieldReader, value: unknown): number | null =>
  isAbsent(value) ? null : reader.number(value, 'maxRaises', wholeFrom(0, MAX_RAISES), say.maxRaises(MAX_RAISES));

const readThreshold = (reader: FieldReader, fields: Fields, field: string): number => {
  const fits = (value: number): boolean => value >= 0 && value <= MAX_THRESHOLD;
  return isAbsent(fields[field]) ? 0 : reader.number(fields[field], field, fits, say.threshold(MAX_THRESHOLD));
};

const readRake = (reader: FieldReader, value: unknown): Rake => {
  const { rate, cap } = reader.object(value, 'rake', ['rate', 'cap'], '{"rate":0.05,"cap":3}');
  const isShare = (share: number): boolean => share >= 0 && share < 1;
  return {
    rate: isAbsent(rate) ? 0 : reader.number(rate, 'rake.rate', isShare, say.rakeRate()),
    cap: isAbsent(cap) ? null : reader.number(cap, 'rake.cap', wholeFrom(0, MAX_CHIPS), say.chips(0, MAX_CHIPS)),
  };
};

const readSide = (reader: FieldReader, value: unknown, field: string): SolveSpot['oop'] => {
  if (isAbsent(value)) reader.fail(field, say.sideMissing(SIDE));
  const fields = reader.object(value, field, SIDE_FIELDS, SIDE);
  return {
    range: reader.text(fields.range, inside(field, 'range'), say.rangeType()),
    bets: readSizes(reader, fields.bets, inside(field, 'bets')),
    raises: readSizes(reader, fields.raises, inside(field, 'raises')),
    donks: readSizes(reader, fields.donks, inside(field, 'donks')),
  };
};

/** A copy of OOP's fields may carry empty donks; they mean nothing here. */
const readIp = (reader: FieldReader, value: unknown): SolveSide => {
  const { range, bets, raises, donks } = readSide(reader, value, 'ip');
  if (Object.values(donks).some((sizes) => sizes.length > 0)) reader.fail('ip.donks', say.ipDonk());
  return { range, bets, raises };
};

const readSizes = (reader: FieldReader, value: unknown, field: string): StreetSizes => {
  const fields = reader.object(value, field, STREETS, SIZES);
  const sizes: { -readonly [street in keyof StreetSizes]: readonly string[] } = {};
  for (const street of STREETS) {
    if (isAbsent(fields[street])) continue;
    const path = inside(field, street);
    const list = reader.list(fields[street], path, say.sizesType());
    if (list.length > MAX_SIZES) reader.fail(path, say.tooManySizes(MAX_SIZES));
    sizes[street] = list.slice(0, MAX_SIZES).map((size, at) => reader.text(size, `${path}[${at}]`, say.sizeType()));
  }
  return sizes;
};
