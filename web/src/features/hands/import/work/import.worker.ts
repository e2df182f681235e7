/** The Worker that imports: reads, cuts and sends, so that the page does none of it. The page lends its access token. */
import '@ploscope/contracts/without-eval';
import { type Called, createClient, type ImportAnswer, ROUTES } from '@ploscope/contracts';
import { newKey } from '../../../../lib/api/new-key.ts';
import { serveCalls } from '../../../../lib/worker-calls.ts';
import { offline, runImport } from './importing.ts';
import type { ImportMethods } from './protocol.ts';

let askForToken: () => void = () => {};
let tokenWaiters: ((token: string | null) => void)[] = [];
let paused = false;
let resumed: (() => void)[] = [];

const client = createClient<Response>({
  baseUrl: '',
  fetch: (url, { signal, ...call }) => fetch(url, { ...call, signal: (signal ?? null) as AbortSignal | null }),
  token: () =>
    new Promise((resolve) => {
      tokenWaiters.push(resolve);
      askForToken();
    }),
});

serveCalls<ImportMethods>(self, {
  import: async (files, { tell, signal }) => {
    askForToken = () => tell({ kind: 'token' });
    const send = async (file: string, text: string, idempotencyKey: string): Promise<Called<ImportAnswer>> => {
      const call = { body: { file, text }, idempotencyKey, signal };
      const answer = await client.call(ROUTES.importHands, call).catch(offline);
      // The token ended on the way; the page has another by now.
      if (answer.ok || answer.error.code !== 'signed-out') return answer;
      return client.call(ROUTES.importHands, call).catch(offline);
    };
    return runImport(files, {
      send,
      newKey,
      signal,
      tell: (progress) => tell({ kind: 'progress', progress }),
      unpaused: () => (paused ? new Promise((resolve) => resumed.push(resolve)) : Promise.resolve()),
      sleep: (ms) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, ms);
          signal.addEventListener('abort', () => {
            clearTimeout(timer);
            resolve();
          });
        }),
      now: () => performance.now(),
    });
  },
  token: (token) => {
    const waiting = tokenWaiters;
    tokenWaiters = [];
    for (const resolve of waiting) resolve(token);
    return null;
  },
  pause: (on) => {
    paused = on;
    if (!on) {
      for (const resolve of resumed) resolve();
      resumed = [];
    }
    return null;
  },
});
