/**
 * What must hold for files as files: links in documents lead somewhere, nothing names this machine, no unfinished
 * work is left in the source, and every file that holds an idea opens by saying which.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at, filesBelow } from './paths.mjs';

const TEXT = /\.(md|ts|tsx|mjs|cjs|js|json|html|css|sh|yml|yaml|svg|txt)$|^\.ci\/run$|^LICENSE$/;
const CODE = /\.(ts|tsx|mjs|cjs)$/;

/**
 * @typedef {object} Forbidden
 * @property {RegExp} pattern
 * @property {string} why
 * @property {RegExp} [files] default: all text files
 */

/** @type {readonly Forbidden[]} */
const FORBIDDEN = [
  { pattern: /(?<![\w.])\/(home|Users|root|work)\/\w/, why: 'a path of one machine' },
  { pattern: /\b(TODO|FIXME|XXX)\b/, why: 'unfinished work' },
  { pattern: /@ts-(ignore|nocheck)\b/, why: 'a check switched off', files: CODE },
  { pattern: /\bas any\b/, why: 'a type switched off', files: /\.(ts|tsx)$/ },
  { pattern: /registry\.npmjs|localhost:4873|artifactory|verdaccio/i, why: 'a registry address' },
];

/** The files that must name the words they forbid. */
const NAMES_THE_WORDS = ['tools/files.mjs', 'CONTRIBUTING.md'];

/** @param {string} file */
function opensWithItsIdea(file) {
  const text = readFileSync(at(file), 'utf8').replace(/^#!.*\n/, '');
  return /^\s*(\/\*|\/\/)/.test(text);
}

/** @returns {string[]} */
function textFiles() {
  return filesBelow('.').filter(
    (file) => TEXT.test(file) && file !== 'package-lock.json' && !file.includes('/golden/'),
  );
}

/** @returns {{ ok: boolean, output: string }} */
export function checkFiles() {
  const problems = [];
  const files = textFiles();
  for (const file of files) {
    const lines = NAMES_THE_WORDS.includes(file) ? [] : readFileSync(at(file), 'utf8').split('\n');
    for (const { pattern, why, files: where } of FORBIDDEN) {
      if (where !== undefined && !where.test(file)) continue;
      const index = lines.findIndex((line) => pattern.test(line));
      if (index >= 0) problems.push(`${file}:${index + 1} ${why}: ${lines[index]?.trim().slice(0, 80)}`);
    }
    const source = CODE.test(file) && !/\.test\.|\.d\.ts$|(^|\/)index\.ts$/.test(file);
    if (source && !opensWithItsIdea(file)) problems.push(`${file} does not open with a comment that says what it is`);
  }
  return { ok: problems.length === 0, output: problems.join('\n') || `${files.length} files` };
}

/**
 * @param {string} heading the text after the hashes
 * @returns {string} the anchor a reader's browser jumps to
 */
function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** @param {string} text */
function anchorsIn(text) {
  return new Set([...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map((match) => anchorOf(match[1] ?? '')));
}

/** Relative links and their anchors in every document. @returns {{ ok: boolean, output: string }} */
export function checkLinks() {
  const problems = [];
  let links = 0;
  for (const file of filesBelow('.').filter((name) => name.endsWith('.md'))) {
    const text = readFileSync(at(file), 'utf8').replace(/```[\s\S]*?```/g, '');
    for (const match of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      const target = match[1] ?? '';
      if (/^[a-z]+:/.test(target)) continue;
      links++;
      const [path = '', anchor] = target.split('#');
      const to = path === '' ? file : join(dirname(file), path);
      if (!existsSync(at(to))) problems.push(`${file}: ${target} leads nowhere`);
      else if (anchor !== undefined && to.endsWith('.md') && !anchorsIn(readFileSync(at(to), 'utf8')).has(anchor)) {
        problems.push(`${file}: ${target} has no such heading`);
      }
    }
  }
  return { ok: problems.length === 0, output: problems.join('\n') || `${links} links` };
}
