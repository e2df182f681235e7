/** A thread that reads texts into rows and writes stored hands as files. Nothing here is on the thread that answers HTTP. */
import { parentPort } from 'node:worker_threads';
import { openNodePool } from '@ploscope/kernel/host/node';
import { createAdjuster } from './adjuster.ts';
import type { FromHandThread, ToHandThread } from './hand.messages.ts';
import { readPiece } from './read-piece.ts';
import { writeHands } from './write-hands.ts';

const port = parentPort;
if (port === null) throw new Error('hands are read in a worker thread only');
const pool = await openNodePool({ threads: 1 });
const adjust = createAdjuster(pool);

port.on('message', async (message: ToHandThread) => {
  const done = message.kind === 'read' ? await readPiece(message.piece, adjust) : writeHands(message);
  const answer: FromHandThread = { ...done, id: message.id };
  port.postMessage(answer);
});
