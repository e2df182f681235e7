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
  const headers = { authorization: 'Bearer x', cookie: 'y' };
  const told = logged({ headers, deep: { headers }, password: 'z', id: 1 });
  expect(told).toMatchObject({ role: 'worker', msg: 'said', id: 1, deep: { headers: {} } });
  expect(JSON.stringify(told)).not.toMatch(/Bearer|cookie|password/);
});

test('a request is told without its headers and its query', () => {
  const req = { method: 'GET', url: '/study?hands=AsKs', ip: '::1', headers: { cookie: 'y' } };
  expect(logged({ req }).req).toEqual({ method: 'GET', url: '/study', address: '::1' });
});

test('an error is told without the connection it came by', () => {
  const error = Object.assign(new Error('gone'), { code: '57P01', client: { user: 'ploscope' } });
  const { err } = logged({ err: error });
  expect(err).toMatchObject({ type: 'Error', message: 'gone', code: '57P01', stack: expect.any(String) });
  expect(err).not.toHaveProperty('client');
});
