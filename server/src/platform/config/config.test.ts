import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatEnvExample, loadConfig } from './index.ts';

test('an empty environment gives the defaults, frozen', () => {
  const config = loadConfig({});
  expect(config).toMatchObject({
    ok: true,
    value: {
      port: null,
      databaseUrl: null,
      dataFolder: '.ploscope',
      host: '127.0.0.1',
      equityTimeBudgetMs: 10_000,
      trustProxy: false,
      role: 'all',
    },
  });
  expect(config.ok && Object.isFrozen(config.value)).toBe(true);
  expect(loadConfig({ PORT: ' ', HOST: '' })).toEqual(config);
});

test.each([
  ['PORT', '80a'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['LOG_LEVEL', 'loud'],
  ['TRUST_PROXY', 'yes'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['EQUITY_TIME_BUDGET_MS', '1'],
  ['HOST', 'a b'],
  ['ROLE', 'none'],
])('%s=%s is refused by name, with what would be right', (name, value) => {
  const config = loadConfig({ [name]: value });
  expect(config).toMatchObject({ ok: false });
  if (!config.ok) expect(config.errors).toEqual([expect.stringMatching(new RegExp(`^${name} is .* but must be `))]);
});

test('a secret that is refused is not told', () => {
  const config = loadConfig({ SECRET_KEY: 'swordfish' });
  expect(!config.ok && config.errors.join()).toMatch(/^SECRET_KEY is of 9 characters/);
});

test.each([
  ['127.0.0.1', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['127.0.0.1.example.org', false],
])('limits can be off with HOST=%s: %s', (HOST, expected) => {
  expect(loadConfig({ HOST, LIMITS: 'off' }).ok).toBe(expected);
});

test.each([
  ['0', false],
  ['true', 1],
  ['2', 2],
  ['10.0.0.1, fd00::/8', ['10.0.0.1', 'fd00::/8']],
])('TRUST_PROXY=%s trusts %j', (TRUST_PROXY, trustProxy) => {
  expect(loadConfig({ TRUST_PROXY })).toMatchObject({ ok: true, value: { trustProxy } });
});

test('every wrong setting is told at once', () => {
  const config = loadConfig({ PORT: 'x', LOG_LEVEL: 'y' });
  expect(!config.ok && config.errors.length).toBe(2);
});

test('.env.example is what the table of keys says, and names every key with its default', () => {
  const text = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8');
  expect(text).toBe(formatEnvExample());
  const settings = Object.fromEntries(
    [...text.matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  );
  expect(loadConfig(settings)).toEqual(loadConfig({}));
});
