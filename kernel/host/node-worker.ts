// A worker thread's entry: requests in, replies out.

import { parentPort } from 'node:worker_threads';
import { type LaneRequest, serveLane } from './lane.ts';

const port = parentPort!;
const answer = serveLane((reply, transfer) => port.postMessage(reply, transfer));
port.on('message', (request: LaneRequest) => answer(request));
