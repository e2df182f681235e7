/**
 * TypeScript from the Protobuf schemas: `node tools/protobuf.mjs` writes contracts/src/gen anew, with `--check` it
 * compares instead and ends with code 1 on a difference. `--release` takes the schemas into what may not be broken.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buf, RELEASED } from './buf.mjs';
import { at, filesIn } from './paths.mjs';
import { tail } from './run.mjs';

const GENERATED = at('contracts/src/gen');

/** @param {readonly string[]} args */
async function bufOrEnd(args) {
  const result = await buf(args);
  if (result.code === 0) return;
  console.error(`buf ${args[0]} failed\n${tail(result.output, 30)}`);
  process.exit(1);
}

/** @param {string} folder @returns {Map<string, string>} text by path */
function textsIn(folder) {
  return new Map(filesIn(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

const made = mkdtempSync(join(tmpdir(), 'ploscope-protobuf-'));
try {
  if (process.argv.includes('--release')) await bufOrEnd(['build', '--exclude-source-info', '-o', RELEASED]);
  await bufOrEnd(['generate', '-o', made]);
  const wanted = textsIn(made);
  const found = existsSync(GENERATED) ? textsIn(GENERATED) : new Map();
  const names = new Set([...wanted.keys(), ...found.keys()]);
  const differing = [...names].filter((name) => wanted.get(name) !== found.get(name));
  if (process.argv.includes('--check')) {
    for (const name of differing) console.error(`contracts/src/gen/${name} is not what the schemas make`);
    if (differing.length > 0) console.error('Run: node tools/protobuf.mjs');
    process.exitCode = differing.length > 0 ? 1 : 0;
  } else if (differing.length > 0) {
    rmSync(GENERATED, { recursive: true, force: true });
    await cp(made, GENERATED, { recursive: true });
    console.log(`contracts/src/gen written, ${wanted.size} files`);
  }
} finally {
  rmSync(made, { recursive: true, force: true });
}
