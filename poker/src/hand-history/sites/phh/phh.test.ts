import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PlayedHand } from '../../played-hand.ts';
import { readPhh } from './read.ts';
import { formatPhh } from './write.ts';

const FOLDER = new URL('../../../../golden/hands/phh/', import.meta.url);

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.phh'));

const read = (text: string) => readPhh(text.split('\n'));

const hand = (text: string): PlayedHand => {
  const answer = read(text);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
};

const golden = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

describe('real files', () => {
  it.each(files.filter((name) => !name.includes('FO8')))(
    '%s is read, and what is written of it reads the same',
    (name) => {
      const played = hand(golden(name));
      expect(played.game).toBe('plo4');
      expect(hand(formatPhh(played))).toEqual(played);
    },
  );

  it.each(files.filter((name) => name.includes('FO8')))('%s is named as a game that is not played', (name) => {
    expect(read(golden(name))).toMatchObject({
      ok: false,
      error: {
        code: 'unsupported-variant',
        line: 0,
        message: expect.stringContaining('FO/8, fixed-limit Omaha hi-lo'),
      },
    });
  });

  it('the largest online pot has its stacks to the cent, and the button of two posts the small blind', () => {
    const played = hand(golden('antonius-blom-2009.phh'));
    expect(played.money).toEqual({ currency: 'USD', decimals: 2 });
    expect(played.players).toEqual([
      { name: 'Patrik Antonius', seat: 1, stack: 125_945_025 },
      { name: 'Victor Blom', seat: 2, stack: 67_847_350 },
    ]);
    expect(played.operations.slice(0, 5)).toMatchObject([
      { kind: 'post', player: 1, as: 'small-blind', chips: 50_000 },
      { kind: 'post', player: 0, as: 'big-blind', chips: 100_000 },
      { kind: 'deal', player: 0 },
      { kind: 'deal', player: 1 },
      { kind: 'bet', player: 1, to: 300_000 },
    ]);
    expect(played.operations.slice(7, 10)).toMatchObject([
      { kind: 'bet', player: 0, to: 8_100_000 },
      { kind: 'call', player: 1 },
      { kind: 'board', board: 0 },
    ]);
  });
});
