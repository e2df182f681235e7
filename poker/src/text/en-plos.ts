/** What is said of result files that cannot be read. */
import type { Said } from '../result.ts';

const SOLVE_AGAIN = 'Fetch or copy the file again, or solve the spot again.';

export const plosMistakes = {
  plosMagic: (): Said => ({
    code: 'plos-magic',
    message: 'This is not a .plos file.',
    hint: 'Such files are written by: ploscope solve spot.json --out spot.plos',
  }),
  plosVersion: (): Said => ({
    code: 'plos-version',
    message: 'The file was written by a newer version of PLOScope.',
    hint: 'Bring PLOScope up to date to read it.',
  }),
  plosTruncated: (): Said => ({
    code: 'plos-truncated',
    message: 'The file is cut short: its end is missing.',
    hint: SOLVE_AGAIN,
  }),
  plosDamaged: (): Said => ({
    code: 'plos-damaged',
    message: 'The file is damaged: a part of it is not as it was written.',
    hint: SOLVE_AGAIN,
  }),
} as const;
