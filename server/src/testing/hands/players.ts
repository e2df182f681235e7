/** A player's hands over the interface, for tests: imported, listed. */
import type { HandLine, ImportAnswer } from '@ploscope/contracts';
import type { Account } from '../interface/accounts.ts';
import { type Reply, send } from '../interface/actor.ts';

export interface HandsOfPlayer {
  /** Throws where it is refused. */
  importText(text: string, file?: string): Promise<ImportAnswer>;
  tryImport(text: string, key?: string): Promise<Reply>;
  list(query?: Readonly<Record<string, string>>): Promise<{ rows: HandLine[]; next: string | null }>;
  get(path: string): Promise<Reply>;
}

export function handsOf(url: string, { bearer }: Pick<Account, 'bearer'>): HandsOfPlayer {
  const post = (body: object, headers = {}): Promise<Reply> =>
    send(url, bearer, { method: 'POST', path: '/api/hands/import', body, headers });
  const get = (path: string): Promise<Reply> => send(url, bearer, { method: 'GET', path });
  const read = <T>({ status, json, text }: Reply): T => {
    if (status !== 200) throw new Error(`${status} ${text}`);
    return json as T;
  };
  return {
    get,
    tryImport: (text, key) => post({ file: '', text }, key === undefined ? {} : { 'idempotency-key': key }),
    importText: async (text, file = '') => read(await post({ file, text })),
    list: async (query = {}) => read(await get(`/api/hands?${new URLSearchParams(query)}`)),
  };
}
