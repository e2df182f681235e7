/**
 * `npm run bench`: builds what changed, then measures. Words choose groups of rows (`npm run bench -- solve`), `--json`
 * is for machines. What takes minutes is measured only when named: `npm run bench -- flop`.
 */
import { runBenchProgram } from './bench-program.mjs';

await runBenchProgram('main');
