/** The draft, its document, its address, its mistakes. */
import { parseSolveSpot } from '@ploscope/poker';
import { describe, expect, test } from 'vitest';
import { hashOf, openAddress, parseDraft } from './address.ts';
import { type SolveDraft, sizesIn, stackToPot, streetsOf, toDocument } from './draft.ts';
import { copySizes, saysDepth, setGame, setText, toggleCard, withTenMinutes } from './edits.ts';
import { EXAMPLES, type SolveExample } from './examples.ts';
import { openText, toDraft } from './open-document.ts';
import { judge } from './problems.ts';

const RIVER = EXAMPLES.river;
const texts = (changes: SolveDraft['texts'], draft = RIVER): SolveDraft => ({
  ...draft,
  texts: { ...draft.texts, ...changes },
});
const memoryOf = (stored: string | null) => ({ getItem: () => stored, setItem: () => {} });

describe('a draft', () => {
  test.each(Object.keys(EXAMPLES) as SolveExample[])('of the example %s is a spot without a mistake', (name) => {
    const judged = judge(EXAMPLES[name]);
    expect(judged.problems).toEqual([]);
    expect(judged.spot).not.toBeNull();
  });

  test.each(Object.keys(EXAMPLES) as SolveExample[])('of the example %s comes back whole from its document', (name) => {
    const document = toDocument(EXAMPLES[name]);
    expect(toDocument(toDraft(document))).toEqual(document);
  });

  test('shows the streets that are still to be played, and leaves the others out of the document', () => {
    expect(streetsOf(EXAMPLES.turn)).toEqual(['turn', 'river']);
    const river = setText(EXAMPLES.turn, 'board', 'Ks9d4c2h7s');
    expect(streetsOf(river)).toEqual(['river']);
    expect(toDocument(river)).toMatchObject({ oop: { bets: { river: ['pot'] }, donks: {} } });
    for (const game of ['plo4', 'plo5', 'plo6', 'holdem'] as const) {
      expect(streetsOf({ ...EXAMPLES.flop, game })).toEqual(['flop', 'turn', 'river']);
    }
    expect(streetsOf({ ...EXAMPLES.turn, twoBoards: true })).toEqual(['turn', 'river']);
    expect(streetsOf({ ...river, twoBoards: true })).toEqual(['river']);
    expect(streetsOf({ ...setText(EXAMPLES.turn, 'board', ''), twoBoards: true })).toEqual(['turn', 'river']);
  });

  test('writes rake as a percentage or as a share, thresholds and limits as numbers', () => {
    const advanced = { 'rake.rate': '5%', 'rake.cap': '3', maxRaises: '2', forceAllIn: '0.15' };
    expect(toDocument(texts(advanced))).toMatchObject({ rake: { rate: 0.05, cap: 3 }, maxRaises: 2, forceAllIn: 0.15 });
    expect(toDocument(texts({ 'rake.rate': '0.05' }))).toMatchObject({ rake: { rate: 0.05, cap: null } });
  });

  test('tells no donk from bets that apply', () => {
    expect(toDocument(texts({ 'oop.donks.river': 'none' }, EXAMPLES.turn))).toMatchObject({
      oop: { donks: { river: [] } },
    });
    expect(toDocument(texts({ 'oop.donks.river': '' }, EXAMPLES.turn))).toMatchObject({ oop: { donks: { turn: [] } } });
  });

  test('knows stack to pot, and when it does not', () => {
    expect(stackToPot(texts({ pot: '60', stack: '540' }))).toBe(9);
    expect(stackToPot(texts({ pot: '120', stack: '1 320' }))).toBe(11);
    expect(stackToPot(texts({ pot: 'sixty' }))).toBeNull();
    expect(stackToPot(texts({ pot: '0' }))).toBeNull();
  });

  test('cuts sizes at commas', () => {
    expect(sizesIn(' 50%,pot ,  2.5x')).toEqual(['50%', 'pot', '2.5x']);
    expect(sizesIn('none')).toEqual([]);
  });
});

describe('edits', () => {
  test('give the same draft when they change nothing', () => {
    expect(setText(RIVER, 'pot', '60')).toBe(RIVER);
    expect(setGame(RIVER, 'plo4')).toBe(RIVER);
  });

  test('cut a hand to the new game and leave ranges alone', () => {
    const draft = setGame(texts({ 'oop.range': 'AsAhKsKhQd', 'ip.range': 'AA' }, { ...RIVER, game: 'plo5' }), 'plo4');
    expect(draft.texts['oop.range']).toBe('AsAhKsKh');
    expect(draft.texts['ip.range']).toBe('AA');
  });

  test('put a card on the board and take it off', () => {
    const four = toggleCard(RIVER, 'board', 51);
    expect(four).toBe(RIVER);
    const without = toggleCard(RIVER, 'board', 47);
    expect(without.texts.board).toBe('9d4c2h7s');
  });

  test('give the tree that fits ten minutes at this depth, and only where the spot says how deep it is', () => {
    const bare = setText(EXAMPLES.flop, 'oop.bets.flop', '');
    const draft = withTenMinutes(bare);
    expect(judge(draft).problems).toEqual([]);
    expect(sizesIn(draft.texts['oop.bets.flop'] ?? '')).toContain('pot');
    expect(withTenMinutes(draft)).toBe(draft);
    const deep = withTenMinutes(setText(draft, 'stack', '3000'));
    expect(deep.texts.maxRaises).toBe('1');
    expect(withTenMinutes(setText(deep, 'stack', '60')).texts.maxRaises).toBe('');
    const river = withTenMinutes(EXAMPLES.river);
    expect(river.texts['oop.bets.flop'] ?? '').toBe('');
    const two = withTenMinutes(EXAMPLES.boardsTurn);
    expect(judge(two).problems).toEqual([]);
    expect(sizesIn(two.texts['oop.bets.turn'] ?? '')).toContain('pot');
    expect(saysDepth(setText(EXAMPLES.boardsTurn, 'board', 'Td7h2c'))).toBe(false);
    for (const [field, text] of [
      ['stack', 'x'],
      ['board', 'Td'],
    ] as const) {
      const unread = setText(EXAMPLES.flop, field, text);
      expect(saysDepth(unread)).toBe(false);
      expect(withTenMinutes(unread)).toBe(unread);
    }
  });

  test('copy the sizes of one player to the other', () => {
    const draft = copySizes(texts({ 'oop.bets.river': '33%' }), 'oop');
    expect(draft.texts['ip.bets.river']).toBe('33%');
  });
});

describe('mistakes', () => {
  test('are found all at once, each with its characters', () => {
    const { problems, spot } = judge(
      texts({
        board: 'Ks9d4c2hXs',
        pot: '-3',
        'oop.bets.river': '50%, 120%',
        'ip.range': 'AA, K?',
        'rake.rate': '700%',
      }),
    );
    expect(spot).toBeNull();
    const by = Object.fromEntries(problems.map((problem) => [problem.field, problem]));
    expect(Object.keys(by).sort()).toEqual(['board', 'ip.range', 'oop.bets.river', 'pot', 'rake.rate']);
    expect(by['oop.bets.river']).toMatchObject({ at: 5, end: 9, hint: 'The largest size is pot.' });
    expect(by.board).toMatchObject({ at: 8 });
    expect(by['ip.range']).toMatchObject({ at: 5 });
  });

  test('that only the tree shows stand at the size they are about', () => {
    const { problems } = judge(texts({ 'ip.raises.river': 'pot, 9x' }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ field: 'ip.raises.river', at: 5, end: 7 });
  });

  test('that no field shows are told apart', () => {
    const none = { 'oop.bets.river': '', 'oop.raises.river': '', 'ip.bets.river': '', 'ip.raises.river': '' };
    const { problems, others } = judge(texts(none));
    expect(problems).toEqual([]);
    expect(others.map(({ code }) => code)).toEqual(['tree-empty']);
  });

  test('of a field that is empty cover nothing and are named', () => {
    const { problems } = judge(texts({ pot: '', 'oop.range': '' }));
    expect(problems.map(({ field }) => field).sort()).toEqual(['oop.range', 'pot']);
  });
});

describe('opening', () => {
  test('a document gives its draft', () => {
    const opened = openText(JSON.stringify(toDocument(RIVER)));
    expect(opened).toMatchObject({ ok: true, draft: { game: 'plo4', texts: { pot: '60', board: 'Ks9d4c2h7s' } } });
  });

  test('a document whose texts are wrong opens, for its fields to say so', () => {
    const opened = openText(JSON.stringify({ ...toDocument(RIVER), board: 'Kx', pot: 0 }));
    expect(opened).toMatchObject({ ok: true, draft: { texts: { board: 'Kx', pot: '0' } } });
  });

  test.each([
    ['', 'There is nothing here to open.'],
    ['{"pot":60', /^This is not JSON/],
    ['[1]', 'This is JSON, but no spot.'],
    ['{"hands":["AA","KK"]}', /asks for equities/],
    [JSON.stringify({ ...toDocument(RIVER), ploscope: 'spot/9' }), /ploscope/],
    [JSON.stringify({ ...toDocument(RIVER), stak: 5 }), /stak/],
  ])('%j is refused with a reason', (written, message) => {
    const opened = openText(written);
    if (opened.ok) throw new Error('opened');
    expect(opened.message).toMatch(message);
  });
});

describe('the address', () => {
  test('holds the whole spot', () => {
    for (const draft of Object.values(EXAMPLES)) {
      const { draft: opened, brokenLink } = openAddress(hashOf(draft), null);
      expect(brokenLink).toBeNull();
      expect(parseSolveSpot(toDocument(opened))).toEqual(parseSolveSpot(toDocument(draft)));
    }
  });

  test('comes before the memory, and the memory before the example', () => {
    const remembered = JSON.stringify(texts({ pot: '77' }));
    expect(openAddress(hashOf(EXAMPLES.turn), memoryOf(remembered)).draft.texts.board).toBe('Ks9d4c2h');
    expect(openAddress('', memoryOf(remembered)).draft.texts.pot).toBe('77');
    expect(openAddress('', memoryOf('{"game":7}')).draft).toBe(RIVER);
    expect(openAddress('', null).draft).toBe(RIVER);
  });

  test('of a half-written spot opens with what is half-written', () => {
    const half = texts({ pot: '', 'oop.range': 'AA, K?' });
    expect(openAddress(hashOf(half), memoryOf(JSON.stringify(half)))).toEqual({ draft: half, brokenLink: null });
  });

  test('that is broken says why', () => {
    expect(openAddress('#oop=AA&ip=KK&pot=x&spot=1', null).brokenLink).toMatch(/pot/);
    expect(openAddress('#hand=AA', null).brokenLink).toBeNull();
  });

  test('a memory that nobody here wrote is left alone', () => {
    expect(parseDraft('')).toBeNull();
    expect(parseDraft('{"game":"plo4","twoBoards":false,"texts":{"pot":5},"locks":[]}')).toBeNull();
    expect(parseDraft(JSON.stringify(RIVER))).toEqual(RIVER);
  });
});
