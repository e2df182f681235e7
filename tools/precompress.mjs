/**
 * Compressed twins beside the files of the web app (`main.js.br`, `main.js.gz`), made once at build time, so that the
 * server only picks the one the browser reads. Fonts are compressed already.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSIBLE = /\.(js|css|html|svg|json|wasm|bin|webmanifest)$/;
/** Below this a header costs more than it saves, in bytes. */
const SMALLEST = 1024;
/** Of 11; the last two steps take ten times as long for a few percent. */
const BROTLI_QUALITY = 9;

/** @param {string} folder absolute; every file below it gets its twins where they are smaller */
export async function precompress(folder) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  await Promise.all(files.map(writeTwins));
}

/** @param {string} file */
async function writeTwins(file) {
  const bytes = readFileSync(file);
  if (bytes.length < SMALLEST) return;
  const brotli = await promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  const zipped = await promisify(gzip)(bytes, { level: 9 });
  if (brotli.length < bytes.length) writeFileSync(`${file}.br`, brotli);
  if (zipped.length < bytes.length) writeFileSync(`${file}.gz`, zipped);
}
