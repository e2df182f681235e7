/** `node tools/discounts.mjs`: the tables of docs/decisions/0009-the-discount.md. */
import { runBenchProgram } from './bench-program.mjs';

await runBenchProgram('discounts');
