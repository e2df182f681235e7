/**
 * `npm run bench`: builds what changed, then measures. Words choose groups of rows (`npm run bench -- solve`), `--json`
 * is for machines.
 */
import { runBenchProgram } from './bench-program.mjs';

await runBenchProgram('main');
