/**
 * `node tools/floors.mjs [--boards N] [--seconds S] [--again]`: turns solved by combo and by bucket; writes the table of
 * docs/solver.md that tells how close buckets come.
 */
import { runBenchProgram } from './bench-program.mjs';

await runBenchProgram('floors', 24);
