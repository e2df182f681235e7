import { describe, expect, test } from 'vitest';
import { portProblem } from './port.mjs';
import { run } from './run.mjs';

const node = (code: string, timeoutMs = 10_000) => run(process.execPath, ['-e', code], { timeoutMs });

describe('a program that is run never hangs the caller and is never left behind', () => {
  test('code and words of both streams come back', async () => {
    const result = await node('console.log("out"); console.error("err"); process.exit(3)');
    expect(result.code).toBe(3);
    expect(result.output).toContain('out');
    expect(result.output).toContain('err');
  });
  test('it reads nothing: standard input is closed', async () => {
    expect((await node('process.stdin.resume().on("end", () => process.exit(0))')).code).toBe(0);
  });
  test('a program that does not exist is code 127, not an exception', async () => {
    expect((await run('no-such-program', [])).code).toBe(127);
  });
  test.skipIf(process.platform === 'win32')('when time is up, what it started ends too', async () => {
    const result = await node(
      `const listen = "require('net').createServer().listen(0, '127.0.0.1', function () { console.log(this.address().port) })";
       require('child_process').spawn(process.execPath, ['-e', listen], { stdio: 'inherit' });
       setInterval(() => {}, 1000);`,
      900,
    );
    expect(result.code).toBe(124);
    const port = Number(result.output.split('\n')[0]);
    expect(port).toBeGreaterThan(0);
    await expect.poll(() => portProblem(port)).toBeNull();
  });
});
