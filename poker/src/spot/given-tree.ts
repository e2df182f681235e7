/** Whether a document says anything about its bet tree; one that says nothing is given a tree that fits ten minutes. */
import { isFields } from './field-reader.ts';

const OF_SPOT = ['addAllIn', 'forceAllIn', 'merge', 'maxRaises'];
const OF_SIDE = ['bets', 'raises', 'donks'];

/** Absent and null say nothing; an empty list says that there is none. */
export const givesTree = (document: unknown): boolean => {
  if (!isFields(document)) return false;
  const says = (fields: unknown, names: readonly string[]): boolean =>
    isFields(fields) && names.some((name) => fields[name] !== undefined && fields[name] !== null);
  return says(document, OF_SPOT) || says(document.oop, OF_SIDE) || says(document.ip, OF_SIDE);
};
