/** The two Workers of Study → Solve, opened together and closed together. A crash of either is told once. */
import { type Calls, openCalls } from '../../../../lib/worker-calls.ts';
import type { SolveReaderMethods, SolverMethods } from './protocol.ts';

export interface SolveRooms {
  readonly reader: Calls<SolveReaderMethods>;
  readonly solver: Calls<SolverMethods>;
  readonly close: () => void;
}

export type OpenSolveRooms = (onCrash: (message: string) => void) => SolveRooms;

export const openSolveRooms: OpenSolveRooms = (onCrash) => {
  let told = false;
  const crashed = (message: string): void => {
    if (told) return;
    told = true;
    onCrash(message);
  };
  const reader = openCalls<SolveReaderMethods>(
    new Worker(new URL('./solve-reader.worker.ts', import.meta.url), { type: 'module', name: 'solve reader' }),
    crashed,
  );
  const solver = openCalls<SolverMethods>(
    new Worker(new URL('./solver.worker.ts', import.meta.url), { type: 'module', name: 'solver' }),
    crashed,
  );
  return {
    reader,
    solver,
    close: () => {
      reader.close();
      solver.close();
    },
  };
};
