#!/usr/bin/env node
/**
 * The committed face of the `ploscope` command: npm links no program that is missing when it installs. It starts the
 * built program, and says the one command that builds it when it is not there.
 */
import { existsSync } from 'node:fs';

const program = new URL('../dist/main.js', import.meta.url);

if (existsSync(program)) {
  await import(program.href);
} else {
  console.error('ploscope is not built yet. Run this once in its folder: npm run build');
  process.exitCode = 1;
}
