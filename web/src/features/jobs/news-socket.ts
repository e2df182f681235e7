/** News of one's own jobs, pushed by the server. Who cannot hear them asks instead. */
import { type JobNews, jobNewsSchema } from '@ploscope/contracts';
import { io } from 'socket.io-client';
import { api } from '../../lib/api/page-api.ts';

/** A refused socket does not try again by itself; the token may have ended. */
const REFUSED_AGAIN_MS = 10_000;

export interface NewsStart {
  readonly onNews: (news: JobNews) => void;
  readonly onLive: (live: boolean) => void;
}

export function openNewsSocket({ onNews, onLive }: NewsStart): () => void {
  let again: ReturnType<typeof setTimeout> | undefined;
  const socket = io({
    path: '/socket.io',
    auth: (give) => void api.token().then((token) => give({ token })),
    reconnectionDelay: 1_000,
    reconnectionDelayMax: 15_000,
  });
  socket.on('connect', () => onLive(true));
  socket.on('disconnect', () => onLive(false));
  socket.on('connect_error', () => {
    onLive(false);
    if (socket.active) return;
    clearTimeout(again);
    again = setTimeout(() => socket.connect(), REFUSED_AGAIN_MS);
  });
  socket.on('job', (told: unknown) => {
    const read = jobNewsSchema.safeParse(told);
    if (read.success) onNews(read.data);
  });
  return () => {
    clearTimeout(again);
    socket.close();
  };
}
