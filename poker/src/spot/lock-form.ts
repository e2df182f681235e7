/** The form of locks in a document; whether their lines and actions exist, the tree says (`solve/node-locks.ts`). */
import { say } from '../text/en.ts';
import { type FieldReader, inside } from './field-reader.ts';
import type { HandsLock, LockShares, SpotLock } from './solve-spot.ts';

const MAX_LOCKS = 10_000;
const LOCK = '{"line":"x","actions":{"x":1}}';
const HANDS = '{"range":"AA$ds","actions":{"x":1}}';

/** Sums that are taken as shares and as percentages; what players round to lies within. */
const SHARES = { sum: 1, tolerance: 0.001 } as const;
const PERCENTAGES = { sum: 100, tolerance: 0.05 } as const;

export const readLocks = (reader: FieldReader, value: unknown): readonly SpotLock[] => {
  const locks = reader.list(value, 'locks', say.locksType());
  if (locks.length > MAX_LOCKS) reader.fail('locks', say.tooManyLocks(MAX_LOCKS));
  return locks.slice(0, MAX_LOCKS).map((lock, at) => readLock(reader, lock, `locks[${at}]`));
};

const readLock = (reader: FieldReader, value: unknown, field: string): SpotLock => {
  if (value === null) reader.fail(field, say.objectType(LOCK));
  const fields = reader.object(value, field, ['line', 'actions', 'hands'], LOCK);
  const line = reader.text(fields.line, inside(field, 'line'), say.lineType());
  const { actions } = fields;
  const whole =
    actions === undefined || actions === null ? null : readShares(reader, actions, inside(field, 'actions'));
  const hands = reader
    .list(fields.hands, inside(field, 'hands'), say.lockHandsType())
    .map((hand, at) => readHands(reader, hand, `${inside(field, 'hands')}[${at}]`));
  if (whole === null && hands.length === 0) reader.fail(field, say.emptyLock());
  return { line, actions: whole, hands };
};

const readHands = (reader: FieldReader, value: unknown, field: string): HandsLock => {
  if (value === null) reader.fail(field, say.objectType(HANDS));
  const fields = reader.object(value, field, ['range', 'actions'], HANDS);
  return {
    range: reader.text(fields.range, inside(field, 'range'), say.rangeType()),
    actions: readShares(reader, fields.actions, inside(field, 'actions')),
  };
};

/** Shares that sum to 1; percentages become shares. Which labels there are, only the tree knows. */
const readShares = (reader: FieldReader, value: unknown, field: string): LockShares => {
  const labels = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const fields = reader.object(value, field, labels, '{"x":0.25,"b60":0.75}');
  const shares = new Map<string, number>();
  for (const label of labels) {
    const fits = (share: number): boolean => share >= 0 && share <= PERCENTAGES.sum;
    const share = reader.number(fields[label], inside(field, label), fits, say.lockShare());
    const plain = label.trim().toLowerCase();
    shares.set(plain, (shares.get(plain) ?? 0) + share);
  }
  const sum = [...shares.values()].reduce((total, share) => total + share, 0);
  if (Math.abs(sum - SHARES.sum) <= SHARES.tolerance) return Object.fromEntries(shares);
  if (Math.abs(sum - PERCENTAGES.sum) > PERCENTAGES.tolerance) reader.fail(field, say.lockSum(sum));
  return Object.fromEntries([...shares].map(([label, share]) => [label, Math.round(share * 1e7) / 1e9]));
};
