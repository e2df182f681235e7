/** What is said when the kernel refuses a solve or ends it early. */
import type { SolveError, SolveEstimate } from '@ploscope/kernel';
import type { Said } from '../result.ts';

const BYTES_A_MEGABYTE = 1024 ** 2;
const MEGABYTES_A_GIGABYTE = 1024;
/** Above this nobody has it. */
const MOST_GIGABYTES = 1024;

/** `340 MB`, `2.5 GB`; rounded up, so that what is allowed after reading it is enough. */
const memory = (bytes: number): string => {
  const megabytes = Math.ceil(bytes / BYTES_A_MEGABYTE);
  if (megabytes < MEGABYTES_A_GIGABYTE) return `${megabytes} MB`;
  const gigabytes = Math.ceil((megabytes / MEGABYTES_A_GIGABYTE) * 10) / 10;
  return gigabytes < MOST_GIGABYTES ? `${gigabytes} GB` : `${Math.ceil((gigabytes / MOST_GIGABYTES) * 10) / 10} TB`;
};

const SMALLER = 'Narrow the ranges, write fewer sizes, or allow more memory.';

export const solveRefusals = {
  solve: (code: SolveError['code']): Said => REFUSALS[code],
  tooMuchMemory: (needed: number): Said => ({
    code: 'memory',
    message: `This solve takes ${memory(needed)}, which is more than it may take.`,
    hint: SMALLER,
  }),
  flopOfTwoBoards: (estimate: Pick<SolveEstimate, 'allRunOuts' | 'bytes'> | null): Said => ({
    code: 'solve-board',
    message:
      estimate === null
        ? 'A flop of two boards is not solved: it has millions of run-outs.'
        : `A flop of two boards is not solved: it has ${estimate.allRunOuts.toLocaleString('en')} run-outs and would take ${memory(Math.min(...Object.values(estimate.bytes)))}.`,
    hint: 'Turns and rivers of two boards are solved: write four or five cards on each.',
  }),
} as const;

const REFUSALS: Readonly<Record<SolveError['code'], Said>> = {
  cards: { code: 'cards', message: 'A card is missing, is no card, or is there twice.' },
  board: { code: 'board', message: 'This board cannot be solved.' },
  weights: { code: 'weights', message: 'The weights must be whole numbers from 1 to 100.' },
  pot: { code: 'pot', message: 'The pot must be above zero.' },
  tree: { code: 'tree', message: 'The bet tree does not fit together.' },
  // Locks are fitted to the tree before the kernel sees them; this is what it can still say.
  lock: {
    code: 'lock',
    message: 'Locks are kept only where every combo plays by itself, and here the river is played by bucket.',
    hint: 'Leave out the locks, or solve exactly with ranges narrow enough to fit.',
  },
  stop: { code: 'stop', message: 'The stop rule cannot be met.' },
  empty: { code: 'empty', message: 'No hand is left once the known cards are out.' },
  impossible: { code: 'impossible', message: 'No hand of one range can be held together with a hand of the other.' },
  memory: { code: 'memory', message: 'This solve takes more memory than it may.', hint: SMALLER },
  checkpoint: {
    code: 'checkpoint',
    message: 'This checkpoint cannot be read, or it is of another spot.',
    hint: 'Go on with the spot it was made of, or begin anew without it.',
  },
  cancelled: { code: 'cancelled', message: 'Cancelled.' },
};
