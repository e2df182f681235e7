/** `node tools/schedules.mjs [--range R]`: prints how packs, buckets and iterations decide how fast a flop gets there. */
import { runBenchProgram } from './bench-program.mjs';

await runBenchProgram('schedules');
