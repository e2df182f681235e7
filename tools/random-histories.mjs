/** Random hands as a site writes them, the same each time: for pictures, and for imports that are measured. */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { at } from './paths.mjs';

/** Gives the text of the next so many hands. */
export async function randomHistories() {
  const file = join(tmpdir(), `ploscope-histories-${process.pid}.mjs`);
  await build({
    stdin: {
      contents: `import { chanceOf, randomHand } from './random-hand.ts';
        import { starsText } from './stars-text.ts';
        const chance = chanceOf(11);
        let number = 0;
        export const deal = (hands) =>
          Array.from({ length: hands }, () => starsText(randomHand(++number, chance))).join('\\n\\n\\n');`,
      resolveDir: at('server/src/testing/hands'),
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: file,
    logLevel: 'error',
  });
  const { deal } = await import(file);
  rmSync(file);
  return /** @type {(hands: number) => string} */ (deal);
}
