/** The kinds of settings: how the text of one is read, and what is said when it cannot be. */
import { isIP } from 'node:net';

/** How one setting is read: its value, or null with `wanted` telling what would have been right. A secret is never told. */
export interface Key<T> {
  readonly name: string;
  readonly fallback: string;
  readonly wanted: string;
  readonly meaning: string;
  readonly read: (text: string) => T | null;
  /** Left empty it is null. */
  readonly optional?: true;
  readonly secret?: true;
}

/** Empty, or what the key takes. */
export function optional<T>(key: Key<T>): Key<T | null> & { readonly optional: true } {
  return {
    ...key,
    fallback: '',
    wanted: `${key.wanted}, or nothing`,
    read: (text) => (text === '' ? null : key.read(text)),
    optional: true,
  };
}

export function url(name: string, protocols: readonly string[], meaning: string, fallback = ''): Key<string> {
  const read = (text: string): string | null =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text : null;
  return {
    name,
    fallback,
    meaning,
    read,
    wanted: `an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  };
}

export function secret(name: string, meaning: string): Key<string> & { readonly secret: true } {
  const read = (text: string): string | null => (text.length >= 16 && text.length <= 1000 ? text : null);
  return { name, fallback: '', meaning, read, wanted: 'at least 16 characters nobody can guess', secret: true };
}

export function list(name: string, meaning: string): Key<readonly string[]> {
  const read = (text: string): readonly string[] =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return { name, fallback: '', meaning, read, wanted: 'a list, with commas between' };
}

export function path(name: string, fallback: string, meaning: string): Key<string> {
  return { name, fallback, meaning, read: (text) => (text.includes('\0') ? null : text), wanted: 'a folder' };
}

export function file(name: string, meaning: string): Key<string> {
  return { ...path(name, '', meaning), wanted: 'a file' };
}

export function text(name: string, fallback: string, meaning: string): Key<string> {
  return { name, fallback, meaning, read: (value) => (value.length <= 1000 ? value : null), wanted: 'text' };
}

export function oneOf<T extends string>(name: string, fallback: T, choices: readonly T[], meaning: string): Key<T> {
  const read = (text: string): T | null => choices.find((choice) => choice === text.toLowerCase()) ?? null;
  return { name, fallback, meaning, read, wanted: `one of ${choices.join(', ')}` };
}

/** False for none, how many, or their addresses and networks. */
export type Proxies = false | number | readonly string[];

export function proxies(name: string, meaning: string): Key<Proxies> {
  const read = (text: string): Proxies | null => {
    if (text === 'false' || text === '0') return false;
    if (text === 'true') return 1;
    if (/^\d{1,2}$/.test(text)) return Number(text);
    const addresses = text.split(',').map((part) => part.trim());
    return addresses.every(isNetwork) ? addresses : null;
  };
  const wanted =
    'false, true for one proxy, how many of them there are in a row, or their addresses with commas between';
  return { name, fallback: 'false', meaning, read, wanted };
}

/** An address, or one with the length of its network's part. */
function isNetwork(text: string): boolean {
  const [address = '', bits = '0', ...more] = text.split('/');
  const most = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : -1;
  return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

export function word(name: string, fallback: string, meaning: string): Key<string> {
  return {
    name,
    fallback,
    meaning,
    read: (text) => (/^\S{1,255}$/.test(text) ? text : null),
    wanted: 'a host name or address',
  };
}

export function integer(name: string, fallback: string, min: number, max: number, meaning: string): Key<number> {
  const read = (text: string): number | null => {
    const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : null;
  };
  return { name, fallback, meaning, read, wanted: `a whole number from ${min} to ${max}` };
}
