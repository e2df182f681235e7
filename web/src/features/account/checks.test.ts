import { expect, test } from 'vitest';
import { placeToGoOn, shortPassword, wrongEmail } from './checks.ts';
import { readUserAgent } from './user-agent.ts';

test('signing in leads on within this app only', () => {
  expect(placeToGoOn('/study/solve#board=Ks9d4c')).toBe('/study/solve#board=Ks9d4c');
  for (const elsewhere of [
    '//example.org',
    '/\\example.org',
    'https://example.org',
    'javascript:alert(1)',
    '',
    undefined,
  ]) {
    expect(placeToGoOn(elsewhere)).toBe('/account');
  }
});

test('an address is refused only where it is plainly none', () => {
  expect(wrongEmail(' player@example.org ')).toEqual({});
  for (const wrong of ['', 'player', '@example.org x', 'a b@example.org'])
    expect(wrongEmail(wrong)).toHaveProperty('email');
});

test('a password has eight characters', () => {
  expect(shortPassword('newPassword', '1234567')).toHaveProperty('newPassword');
  expect(shortPassword('newPassword', '12345678')).toEqual({});
});

test('a session is named by its browser and system, where they are known', () => {
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1';
  expect(readUserAgent(firefox)).toEqual({ browser: 'Firefox', system: 'Linux' });
  expect(readUserAgent(phone)).toEqual({ browser: 'Safari', system: 'iOS' });
  expect(readUserAgent('ploscope/0.1.0')).toBeNull();
});
