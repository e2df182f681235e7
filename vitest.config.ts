/**
 * One test run, three projects: `unit` (tests beside the code), `server` (the same, with a database) and `journeys` (real Chromium against the
 * built server). `npx vitest run poker` runs one room; `npm test` runs everything and builds first.
 */
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tools/longest-first.mjs';

/** What is waited for comes when it comes: a busy machine is no failure. */
const PATIENCE = { poll: { timeout: 60_000 } };
const NEVER = ['**/node_modules/**', '**/dist/**', '**/build/**', 'kernel/assembly/**'];

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{kernel,poker,contracts,cli,web,bench,tools}/**/*.test.{ts,tsx}'],
          exclude: [...NEVER, '**/*.soak.test.ts'],
          environment: 'node',
          expect: PATIENCE,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Left to itself, vitest keeps one core free: half of what an integration machine has.
          maxWorkers: '100%',
          // One process for many files: they keep nothing for one another, and starting anew costs more than most take.
          isolate: false,
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/**/*.test.ts'],
          exclude: [...NEVER, '**/*.soak.test.ts'],
          environment: 'node',
          // One database server for all of them.
          globalSetup: ['server/src/testing/global-setup.ts'],
          expect: PATIENCE,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // They mostly wait: for the database, for other processes, for leases to run out.
          maxWorkers: 3,
          // After the unit tests, which need the cores.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          exclude: [...NEVER, 'e2e/soak/**'],
          environment: 'node',
          globalSetup: ['e2e/global-setup.ts'],
          expect: PATIENCE,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Two browsers at a time: a journey waits for its page more than it computes.
          maxWorkers: 2,
          // After all other tests, so that the pages have the machine to themselves.
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'soak',
          include: ['e2e/soak/**/*.test.ts', '{poker,server}/**/*.soak.test.ts'],
          exclude: NEVER,
          environment: 'node',
          globalSetup: ['server/src/testing/global-setup.ts'],
          // How large the fault runs are: a twentieth of what is promised, unless `npm run soak` asks for all of it.
          provide: { soakScale: Number(process.env.SOAK_SCALE) || 0.05 },
          expect: PATIENCE,
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
          // Side by side: they mostly wait, for leases to run out and databases to come up.
          maxWorkers: 4,
          // After the journeys: what is killed and started again takes the machine for itself.
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
