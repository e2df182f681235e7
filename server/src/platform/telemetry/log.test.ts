import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function logged(fields: object): Record<string, unknown> {
  let line = '';
  const to = {
    write: (text: string) => {
      line += text;
    },
  };
  createLog('info', 'worker', to).info(fields, 'said');
  return JSON.parse(line);
}

test('a line names its role and its time, and no secret', () => {
  const told = logged({ req: { headers: { authorization: 'Bearer x', cookie: 'y' } }, password: 'z', id: 1 });
  expect(told).toMatchObject({ role: 'worker', msg: 'said', id: 1, req: { headers: {} } });
  expect(JSON.stringify(told)).not.toMatch(/Bearer|cookie|password/);
});

test('an error is told without the connection it came by', () => {
  const error = Object.assign(new Error('gone'), { code: '57P01', client: { user: 'ploscope' } });
  const { err } = logged({ err: error });
  expect(err).toMatchObject({ type: 'Error', message: 'gone', code: '57P01', stack: expect.any(String) });
  expect(err).not.toHaveProperty('client');
});
