import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HandCutter } from './cut-hands.ts';
import { EXPORT_FORMS, exportHands } from './export-hands.ts';
import type { PlayedHand } from './played-hand.ts';
import { replay } from './replay.ts';
import { SITE_FORMATS } from './sites/site-formats.ts';

const FOLDER = new URL('../../golden/hands/', import.meta.url);

/** The hands of a text in its order, null for those that are refused. */
const handsInPlace = (text: string): (PlayedHand | null)[] => {
  const cutter = new HandCutter(SITE_FORMATS);
  return [...cutter.feed(text), ...cutter.end()].map((cut) => {
    const parsed = cut.ok ? cut.format.parse(cut.lines) : null;
    return parsed?.ok ? parsed.value : null;
  });
};

/** Those that are refused are left out. */
const handsOf = (text: string): PlayedHand[] => handsInPlace(text).filter((hand) => hand !== null);

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.(txt|phhs?|ohh|json)$/.test(name) && !name.endsWith('index.json'),
);
const hands = files.flatMap((name) => handsOf(readFileSync(new URL(name, FOLDER), 'utf8')));

describe.each(EXPORT_FORMS)('hands of every site, written as %s', (form) => {
  const text = [...exportHands(hands, form)].join('');

  it('read the same, nothing left out', () => {
    expect(hands.length).toBeGreaterThan(10);
    expect(handsOf(text)).toEqual(hands);
  });

  it('come to the same without the fields of this program, where the form itself can say what happened', () => {
    const bare = text.replace(/^_ploscope.*\n/gm, '').replace(/"_ploscope":\{.*\}(?=\}\})/g, '"_x":0');
    for (const [i, hand] of handsInPlace(bare).entries()) {
      const original = hands[i] as PlayedHand;
      const played = replay(original);
      if (!played.ok || !isSayable(original)) continue;
      if (hand === null) throw new Error(`${original.site} ${original.id} is not read`);
      const again = replay(hand);
      if (!again.ok) throw new Error(`${original.site} ${original.id}: ${again.error.message}`);
      expect(again.value.settlement.won).toEqual(played.value.settlement.won);
    }
  });
});

/**
 * Neither form says how often the rest was dealt or what the house gave, PHH nothing of second boards, of blinds out of
 * turn, and of a blind that straddles.
 */
const isSayable = (hand: PlayedHand): boolean =>
  hand.fromHouse === undefined &&
  hand.boards === 1 &&
  hand.fromHouse === undefined &&
  hand.operations.every(
    (operation) =>
      operation.kind !== 'run' &&
      operation.kind !== 'cash-out' &&
      !(operation.kind === 'post' && (operation.as === 'late' || operation.as === 'dead')) &&
      !(operation.kind === 'post' && operation.as === 'straddle' && postsBlind(hand, operation.player)),
  );

const postsBlind = ({ operations }: PlayedHand, player: number): boolean =>
  operations.some(
    (operation) => operation.kind === 'post' && operation.player === player && operation.as === 'big-blind',
  );
