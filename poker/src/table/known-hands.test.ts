/**
 * Hands whose end others have worked out: those of published games, and those by which pokerkit (uoftcprg, MIT) tests two
 * boards. Each to its final stacks.
 */
import { expect, it } from 'vitest';
import { play, setupWith } from '../../test/play.ts';
import { settle } from './settle.ts';
import type { TableState } from './table-state.ts';

const stacksOf = (end: TableState): readonly number[] => {
  const settled = settle(end);
  if (!settled.ok) throw new Error(settled.error.message);
  return settled.value.stacks;
};

it('Dwan and Ivey, 2009: antes, and the last bet comes back in part', () => {
  const setup = { game: 'holdem', betting: 'no-limit', smallBlind: 1000, bigBlind: 2000 } as const;
  const end = play(
    setupWith([1_125_600, 2_000_000, 553_500], setup),
    `ante 0 500, ante 1 500, ante 2 500, sb 0 1000, bb 1 2000, deal 0 Ac2d, unseen,
     b 2 7000, b 0 23000, f 1, c 2 16000, board Jc3d5c, b 0 35000, c 2, board 4h,
     b 0 90000, b 2 232600, b 0 1067100, c 2 262400, board Jh, show 0 Ac2d, show 2 7h6h`,
  );
  expect(stacksOf(end)).toEqual([572_100, 1_997_500, 1_109_500]);
});

it('Hellmuth and Wiggins: the button’s ante for all, a straddle, the turn and river dealt four times', () => {
  const setup = { game: 'holdem', betting: 'no-limit', smallBlind: 200, bigBlind: 400 } as const;
  const end = play(
    setupWith([999_999, 116_400, 86_900, 999_999, 50_000, 999_999], setup),
    `ante 5 600, sb 0 200, bb 1 400, straddle 2 800, deal 0 JsTh, deal 1 Ah9d, deal 2 KsKc, deal 3 5c2h, deal 4 6h5h,
     deal 5 6s3s, f 3, b 4 2800, f 5, c 0, b 1 12600, c 2 11800, c 4 9800, c 0 9800,
     board 9hTs9s, x 0, b 1 17000, b 2 36000, f 4, f 0, b 1 103800, c 2, run 4,
     board 0 Jh, board 0 Ad, board 1 Kh, board 1 3c, board 2 7s, board 2 8s, board 3 Qc, board 3 Kd`,
  );
  expect(stacksOf(end)).toEqual([987_399, 79_400, 149_700, 999_999, 37_400, 999_399]);
});

const four = setupWith([200, 200, 200, 200], { boards: 2 });
const HANDS = 'sb 0 1, bb 1 2, deal 0 AcKc3c2c, deal 1 AdKd3d2d, deal 2 AhKh3h2h, deal 3 AsKs3s2s';

it('two boards, one flush on each', () => {
  const around = 'x 0, x 1, x 2, x 3';
  const end = play(
    four,
    `${HANDS}, c 2, c 3, c 0, x 1, board 0 QcJcTc, board 1 QdJdTd, ${around}, board 0 9c, board 1 9d, ${around},
     board 0 8c, board 1 8d, ${around}`,
  );
  expect(stacksOf(end)).toEqual([202, 202, 198, 198]);
});

it('two boards, all-in before them by pots', () => {
  const end = play(
    four,
    `${HANDS}, b 2 7, b 3 24, b 0 81, b 1 200, c 2, c 3, c 0,
     board 0 QcJcTc, board 1 QdJdTd, board 0 9c, board 1 9d, board 0 8c, board 1 8d`,
  );
  expect(stacksOf(end)).toEqual([400, 400, 0, 0]);
});

it('two boards, the rest of both dealt twice', () => {
  const end = play(
    four,
    `${HANDS}, c 2, c 3, c 0, x 1, board 0 QcJcTc, board 1 QdJhTs, b 0 8, b 1 32, b 2 112, b 3 198, c 0, c 1, c 2, run 2,
     board 0 7c, board 2 7d, board 0 6c, board 2 6d, board 1 5c, board 3 7s, board 1 4c, board 3 6s`,
  );
  expect(end.boards).toHaveLength(4);
  expect(stacksOf(end)).toEqual([450, 50, 50, 250]);
});
