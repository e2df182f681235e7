import { expect, test } from 'vitest';
import { formatDraft, hashOf, type Memory, openDraft, parseDraft, spotOfHash } from './address.ts';
import { fromSpot } from './draft.ts';
import { setText } from './edits.ts';
import { EXAMPLES, type ExampleName } from './examples.ts';

const memoryOf = (value: string | null): Memory => ({ getItem: () => value, setItem: () => {} });

test.each(Object.keys(EXAMPLES) as ExampleName[])('the example %s goes into a link and comes back whole', (name) => {
  const draft = fromSpot(EXAMPLES[name]);
  const back = spotOfHash(hashOf(draft));
  expect(back).toEqual({ ok: true, value: EXAMPLES[name] });
});

test('a first visit gets the worked example', () => {
  expect(openDraft('', memoryOf(null)).draft).toEqual(fromSpot(EXAMPLES.aces));
  expect(openDraft('', null).draft).toEqual(fromSpot(EXAMPLES.aces));
});

test('a link comes before the last spot, and the last spot before the example', () => {
  const bomb = formatDraft(fromSpot(EXAMPLES.bomb));
  expect(openDraft(hashOf(fromSpot(EXAMPLES.six)), memoryOf(bomb)).draft.game).toBe('plo6');
  expect(openDraft('', memoryOf(bomb)).draft.board2).toBe('9h6s2d');
});

test('a broken link says why, and a broken memory is no obstacle', () => {
  expect(openDraft('#hand=AsAhKsKh&bord=Ks9d4c&spot=1', memoryOf(null)).brokenLink).toMatch(/bord/);
  expect(openDraft('', memoryOf('{"game":"chess"}')).draft).toEqual(fromSpot(EXAMPLES.aces));
  const refusing: Memory = {
    getItem: () => {
      throw new Error('storage is off');
    },
    setItem: () => {},
  };
  expect(openDraft('', refusing).draft).toEqual(fromSpot(EXAMPLES.aces));
});

test('a half-written spot still makes a link of what is there', () => {
  const draft = setText(fromSpot(EXAMPLES.aces), 'hands[1]', '');
  expect(hashOf(draft)).toContain('hand=AsAhKsKh');
});

test('what is half-written outlives a reload, without complaint', () => {
  const draft = setText(setText(fromSpot(EXAMPLES.aces), 'board', 'Kd8c3'), 'hands[1]', '');
  expect(openDraft(hashOf(draft), memoryOf(formatDraft(draft)))).toEqual({ draft, brokenLink: null });
});

test.each(['', '{', 'null', '[]', '{"game":"plo4","hands":[1,2],"board":"","board2":null,"dead":""}'])(
  'a memory of %j is no draft',
  (stored) => {
    expect(parseDraft(stored)).toBeNull();
  },
);
