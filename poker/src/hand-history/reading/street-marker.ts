/** `*** SECOND TURN *** [2d 4h Ac] [7h]`: a street begins, and its cards are the last in brackets. */
import { handMistakes } from '../../text/en-hands.ts';
import { lastBracketed, readCards } from './card-text.ts';
import type { HandDraft } from './hand-draft.ts';

export const ORDINALS = ['FIRST', 'SECOND', 'THIRD', 'FOURTH'];

const MARKER = /^\*\*\* (?:(FIRST|SECOND|THIRD|FOURTH) )?([A-Z/ -]+) \*\*\*/;
const DEALT_STREETS = ['FLOP', 'TURN', 'RIVER'];
const OTHER_MARKERS = ['HOLE CARDS', 'ANTE/BLINDS', 'PREFLOP', 'PRE-FLOP', 'SHOW DOWN', 'SHOWDOWN'];

export const readStreetMarker = (line: string, draft: HandDraft): void => {
  const [, ordinal, name] = MARKER.exec(line) ?? [];
  if (name === undefined || !DEALT_STREETS.includes(name)) {
    const isKnown = name !== undefined && OTHER_MARKERS.includes(name) && line.endsWith('***');
    if (!isKnown) draft.fail('unreadable', handMistakes.unreadableLine(line));
    return;
  }
  const open = line.lastIndexOf('[');
  const cards = readCards(lastBracketed(line) ?? '');
  const before = readCards(line.slice(line.indexOf('['), open));
  if (open < 0 || cards === null || before === null) draft.fail('unreadable', handMistakes.unreadableCards(line));
  else draft.board(ordinal === undefined ? null : ORDINALS.indexOf(ordinal), before, cards, line);
};
