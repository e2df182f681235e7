/** `node tools/convergence.mjs`: solves, draws docs/pictures/convergence.svg and prints the table of docs/solver.md. */
import { runBenchProgram } from './bench-program.mjs';

await runBenchProgram('convergence');
