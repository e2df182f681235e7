/** Worked spots: the first one greets a new visitor, all of them stand in the Examples menu. */
import type { SolveDraft } from './draft.ts';

export type SolveExample =
  | 'river'
  | 'fullRiver'
  | 'turn'
  | 'smallFlop'
  | 'flop'
  | 'boards'
  | 'boardsTurn'
  | 'five'
  | 'holdem';

const draft = (parts: Partial<SolveDraft>): SolveDraft => ({
  game: 'plo4',
  twoBoards: false,
  locks: [],
  ...parts,
  texts: { pot: '60', stack: '540', ...parts.texts },
});

const RIVER = {
  'oop.bets.river': '50%, pot',
  'oop.raises.river': 'pot',
  'ip.bets.river': '50%, pot',
  'ip.raises.river': 'pot',
} as const;

const TURN = {
  ...RIVER,
  'oop.bets.turn': 'pot',
  'oop.raises.turn': 'pot',
  'oop.donks.turn': 'none',
  'ip.bets.turn': 'pot',
  'ip.raises.turn': 'pot',
} as const;

const FLOP_BETS = {
  board: 'Td7h2c',
  'oop.bets.flop': 'pot',
  'oop.bets.turn': 'pot',
  'oop.bets.river': 'pot',
  'ip.bets.flop': 'pot',
  'ip.bets.turn': 'pot',
  'ip.bets.river': 'pot',
} as const;

const FLOP_RAISES = {
  'oop.raises.flop': 'pot',
  'oop.raises.turn': 'pot',
  'oop.raises.river': 'pot',
  'ip.raises.flop': 'pot',
  'ip.raises.turn': 'pot',
  'ip.raises.river': 'pot',
} as const;

export const EXAMPLES: Readonly<Record<SolveExample, SolveDraft>> = {
  river: draft({ texts: { ...RIVER, board: 'Ks9d4c2h7s', 'oop.range': '20%', 'ip.range': '30%', stack: '180' } }),
  fullRiver: draft({ texts: { ...RIVER, board: 'Ks9d4c2h7s', 'oop.range': '*', 'ip.range': '*' } }),
  turn: draft({
    texts: {
      ...TURN,
      board: 'Ks9d4c2h',
      stack: '240',
      'oop.range': '10%',
      'ip.range': '10%',
      'oop.bets.river': 'pot',
      'ip.bets.river': 'pot',
    },
  }),
  smallFlop: draft({ texts: { ...FLOP_BETS, stack: '60', 'oop.range': 'KQJT, T987', 'ip.range': 'AA$ds' } }),
  flop: draft({
    texts: { ...FLOP_BETS, ...FLOP_RAISES, stack: '240', 'oop.range': '10%', 'ip.range': '10%' },
  }),
  boards: draft({
    twoBoards: true,
    texts: {
      ...RIVER,
      board: 'Kd8c3s5hTd',
      board2: '9h6s2dQcJh',
      stack: '120',
      'oop.range': '25%',
      'ip.range': '25%',
    },
  }),
  boardsTurn: draft({
    twoBoards: true,
    texts: {
      board: 'Td7h2c3s',
      board2: 'Qs8d5hJc',
      stack: '120',
      'oop.range': 'AAK*$ds, QJT9',
      'ip.range': 'T987, QQJJ, KQJT',
      'oop.bets.turn': 'pot',
      'ip.bets.turn': 'pot',
      'oop.bets.river': 'pot',
      'ip.bets.river': 'pot',
    },
  }),
  five: draft({
    game: 'plo5',
    texts: { ...RIVER, board: 'QsJd8c5h2s', stack: '150', 'oop.range': '5%', 'ip.range': '5%' },
  }),
  holdem: draft({
    game: 'holdem',
    texts: {
      ...TURN,
      board: 'QsJh2h8d',
      pot: '180',
      stack: '910',
      'oop.range': '66+, A8s+, A5s-A4s, AJo+, K9s+, KQo, QTs+, JTs, 96s+, 85s+, 75s+, 65s, 54s',
      'ip.range': 'QQ-22, AQs-A2s, ATo+, K5s+, KJo+, Q8s+, J8s+, T7s+, 96s+, 86s+, 75s+, 64s+, 53s+',
      'oop.bets.turn': '60%',
      'oop.raises.turn': '2.5x',
      'ip.bets.turn': '60%',
      'ip.raises.turn': '2.5x',
      'oop.bets.river': '60%',
      'oop.raises.river': '2.5x',
      'ip.bets.river': '60%',
      'ip.raises.river': '2.5x',
    },
  }),
};

export const FIRST_EXAMPLE: SolveExample = 'river';
