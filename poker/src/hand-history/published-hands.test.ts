/** Hands whose end was published are played to the very same stacks. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import index from '../../golden/hands/phh/index.json' with { type: 'json' };
import type { PlayedHand } from './played-hand.ts';
import { replay } from './replay.ts';
import { readPhh } from './sites/phh/read.ts';

/** The hand of a file, with the stacks that are known from elsewhere as what its source told. */
const handOf = (file: string, stacks: readonly number[]): PlayedHand => {
  const text = readFileSync(new URL(`../../golden/hands/phh/${file}`, import.meta.url), 'utf8');
  const read = readPhh(text.split('\n'));
  if (!read.ok) throw new Error(read.error.message);
  const minor = 10 ** read.value.money.decimals;
  return { ...read.value, told: { ...read.value.told, stacks: stacks.map((stack) => stack * minor) } };
};

const published = index.hands.filter(({ variant }) => variant === 'PO');

it('are seven of the World Series', () => {
  expect(published).toHaveLength(7);
});

it.each(published.map((hand) => [hand.file, hand.finishing_stacks] as const))('%s', (file, stacks) => {
  const played = replay(handOf(file, stacks));
  if (!played.ok) throw new Error(played.error.message);
  expect(played.value.settlement.stacks).toEqual(stacks);
});

it('the largest pot that was ever played online goes to Patrik Antonius', () => {
  const played = replay(handOf('antonius-blom-2009.phh', [1_937_923.75, 0]));
  if (!played.ok) throw new Error(played.error.message);
  expect(played.value.settlement.pots).toEqual([{ chips: 135_694_700, rake: 0, contenders: [0, 1] }]);
});

it('both figures are said where the end is another', () => {
  const played = replay(handOf('antonius-blom-2009.phh', [1_937_923, 0.75]));
  expect(played).toMatchObject({
    ok: false,
    error: {
      code: 'mismatch',
      message: 'The stack of Patrik Antonius at the end: the source tells 1937923.00, the rules come to 1937923.75.',
    },
  });
});
