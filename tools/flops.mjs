/**
 * `node tools/flops.mjs [--only 'rainbow 10% SPR 4'] [--minutes M] [--again]`: solves flops, draws
 * docs/pictures/flops.svg and writes the table of docs/solver.md.
 */
import { runBenchProgram } from './bench-program.mjs';

await runBenchProgram('flops', 24);
