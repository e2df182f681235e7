import { openNodePool } from '@ploscope/kernel/host/node';
import { expect, test } from 'vitest';
import { answerLine } from './commands/batch-line.ts';
import { runRange } from './commands/range.ts';

/** Takes longer than a millisecond to count. */
const SLOW = '$ds,$ss,AK+';

test('a range that is not counted in time is refused', async () => {
  expect(await runRange([SLOW, '--game', 'plo6'], 1)).toMatchObject({
    exitCode: 2,
    message: 'The range takes too long to work out.',
  });
});

test('in a batch it is the error of its line, and the next line is answered', async () => {
  const pool = await openNodePool({ threads: 1 });
  try {
    const ask = (hands: string[], game: string, number: number): Promise<string> =>
      answerLine(JSON.stringify({ hands, game }), number, { defaults: {}, pool, rangeLimitMs: 1 });
    const slow = JSON.parse(await ask([SLOW, '*'], 'plo6', 1));
    expect(slow).toMatchObject({ error: { code: 'too-slow', field: 'hands[0]', line: 1 } });
    expect(JSON.parse(await ask(['AsAhKsKh', '9d8d7c6c'], 'plo4', 2))).toMatchObject({ exact: true });
  } finally {
    await pool.close();
  }
});
