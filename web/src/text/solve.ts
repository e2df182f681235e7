/** Every sentence of Study → Solve, apart from the others because that screen is loaded on its own. */
import { solveRunText } from './solve-run.ts';
import { solveSpotText } from './solve-spot.ts';
import { solveStrategyText } from './solve-strategy.ts';

export const solveText = { title: 'Solve', ...solveSpotText, ...solveRunText, ...solveStrategyText } as const;
