/**
 * The Protobuf schemas as schemas: in buf's form and style, and nothing broken of what was released.
 *
 * Released is what contracts/proto/released.binpb holds, so that a clone without history can tell. A schema enters it
 * with `node tools/protobuf.mjs --release`; until then it may still change.
 */
import { buf, RELEASED } from './buf.mjs';

/** @type {readonly { what: string, args: readonly string[] }[]} */
const STEPS = [
  { what: 'Not formatted (buf format -w contracts/proto)', args: ['format', '--diff', '--exit-code'] },
  { what: 'Against the style', args: ['lint'] },
  { what: 'Breaks what was released', args: ['breaking', '--against', RELEASED] },
];

/** @returns {Promise<{ ok: boolean, output: string }>} */
export async function checkProtobuf() {
  const problems = [];
  for (const { what, args } of STEPS) {
    const result = await buf(args);
    if (result.code !== 0) problems.push(`${what}:\n${result.output.trimEnd()}`);
  }
  return { ok: problems.length === 0, output: problems.join('\n') || 'format, style, nothing broken' };
}
