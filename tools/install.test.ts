import { describe, expect, test } from 'vitest';
import { installReason } from './install.mjs';

const machine = { os: 'linux', cpu: 'x64' };
const lock = {
  packages: {
    '': { version: '1.0.0' },
    poker: { version: '0.1.0' },
    'node_modules/@ploscope/poker': { link: true },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/native-here': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
    'node_modules/native-there': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] },
    'node_modules/native-musl': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
  },
};
const installed = {
  packages: {
    'node_modules/@ploscope/poker': { link: true },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/native-here': { version: '1.0.0', optional: true },
  },
};

function without(path: keyof typeof installed.packages): typeof installed {
  const packages = { ...installed.packages };
  delete (packages as Record<string, unknown>)[path];
  return { packages };
}

describe('an install is done only when what is installed is not what the lock says', () => {
  test('nothing is done when they agree, whatever other machines need', () => {
    expect(installReason(lock, installed, machine)).toBeNull();
  });
  test('nothing installed', () => {
    expect(installReason(lock, null, machine)).toContain('nothing');
  });
  test('a package is missing', () => {
    expect(installReason(lock, without('node_modules/zod'), machine)).toBe('node_modules/zod is missing');
  });
  test("this machine's own binary is missing", () => {
    expect(installReason(lock, without('node_modules/native-here'), machine)).toContain('native-here');
  });
  test('the folder came from another machine', () => {
    expect(installReason(lock, installed, { os: 'darwin', cpu: 'arm64' })).toContain('native-there');
  });
  test('another version is installed', () => {
    const other = { packages: { ...installed.packages, 'node_modules/zod': { version: '3.0.0' } } };
    expect(installReason(lock, other, machine)).toContain('3.0.0');
  });
  test('a package was dropped from the lock', () => {
    const more = { packages: { ...installed.packages, 'node_modules/old': { version: '1.0.0' } } };
    expect(installReason(lock, more, machine)).toContain('node_modules/old');
  });
});
