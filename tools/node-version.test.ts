import { describe, expect, test } from 'vitest';
import { nodeProblem } from './node-version.mjs';

describe('a Node that is too old is told so in a sentence', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0'])('%s is fine', (version) => {
    expect(nodeProblem(version)).toBeNull();
  });
  test.each(['20.18.9', '18.20.0', '0.12.0', 'nonsense'])('%s is not', (version) => {
    expect(nodeProblem(version)).toMatch(/needs Node 20\.19 or newer.*nodejs\.org/);
  });
});
