/**
 * `LISTEN` on a connection of its own that is made again whenever it breaks.
 *
 * A notification is a hint, never the truth: what was sent while the connection was down is lost. So each subscriber is
 * also called, with null, whenever the connection is there (again), and must then look for itself.
 */
import { Client } from 'pg';

export interface Listener {
  /** Calls `onNews` with the payload of each notification, and with null when some may have been missed. */
  listen(channel: string, onNews: (payload: string | null) => void): () => void;
  close(): Promise<void>;
}

const AGAIN_MS = [50, 200, 500, 1000, 2000];

export function openListener(url: string, name: string): Listener {
  const subscribers = new Map<string, Set<(payload: string | null) => void>>();
  let client: Client | null = null;
  let closed = false;
  let tries = 0;
  let timer: NodeJS.Timeout | undefined;
  /** One statement after the other, as the driver wants it. */
  let turn: Promise<unknown> = Promise.resolve();

  const tell = (channel: string, payload: string | null): void => {
    for (const onNews of subscribers.get(channel) ?? []) onNews(payload);
  };
  const lose = (lost: Client): void => {
    if (client !== lost || closed) return;
    client = null;
    void lost.end().catch(() => undefined);
    timer = setTimeout(connect, AGAIN_MS[Math.min(tries++, AGAIN_MS.length - 1)]);
  };
  const connect = (): void => {
    const fresh = new Client({ connectionString: url, application_name: `${name} listener`, keepAlive: true });
    client = fresh;
    fresh.on('error', () => lose(fresh));
    fresh.on('end', () => lose(fresh));
    fresh.on('notification', ({ channel, payload }) => tell(channel, payload ?? ''));
    turn = fresh
      .connect()
      .then(async () => {
        for (const channel of subscribers.keys()) await fresh.query(`listen ${quoted(channel)}`);
        tries = 0;
        for (const channel of subscribers.keys()) tell(channel, null);
      })
      .catch(() => lose(fresh));
  };
  connect();

  return {
    listen(channel, onNews) {
      const all = subscribers.get(channel) ?? new Set();
      const isNew = all.size === 0;
      subscribers.set(channel, all.add(onNews));
      const now = client;
      // Where it fails, the connection is lost, and the next one listens anew.
      if (isNew && now !== null) {
        turn = turn
          .then(() => (client === now ? now.query(`listen ${quoted(channel)}`) : undefined))
          .then(
            () => onNews(null),
            () => undefined,
          );
      }
      return () => {
        all.delete(onNews);
      };
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}

function quoted(channel: string): string {
  if (!/^[a-z_]+$/.test(channel)) throw new Error(`${channel} is no name of a channel`);
  return channel;
}
