/** Worked spots: the first one greets a new visitor, all of them stand in the Examples menu. */
import type { Spot } from '@ploscope/poker';

export type ExampleName = 'aces' | 'flop' | 'bomb' | 'five' | 'six' | 'holdem';

const spot = (parts: Partial<Spot> & Pick<Spot, 'hands'>): Spot => ({
  ploscope: 'spot/1',
  game: 'plo4',
  board: '',
  board2: null,
  dead: '',
  ...parts,
});

export const EXAMPLES: Readonly<Record<ExampleName, Spot>> = {
  aces: spot({ hands: ['AsAhKsKh', '9d8d7c6c'] }),
  flop: spot({ hands: ['AA$ds', '15%'], board: 'Ks9d4c' }),
  bomb: spot({
    hands: ['AsAhQd9c', 'KsKcJh8h', 'Td9d8s7s', '6c6d5h4h'],
    board: 'Kd8c3s',
    board2: '9h6s2d',
  }),
  five: spot({
    game: 'plo5',
    hands: ['AsAdKhQhJc', 'KsKdQsJd9c', 'Th9h8d7d6c', '8s8c7s6s5h', 'AcTcTd5d4c'],
  }),
  six: spot({ game: 'plo6', hands: ['JsTs8s7h6d2c', 'KcKdQdQh9c4s'], board: 'Kh9s5d3s' }),
  holdem: spot({ game: 'holdem', hands: ['AsKs', 'QhQd'] }),
};

export const FIRST_EXAMPLE: ExampleName = 'aces';
