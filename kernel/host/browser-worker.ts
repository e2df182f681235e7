// A Web Worker's entry: requests in, replies out.

import { type LaneRequest, serveLane } from './lane.ts';

const answer = serveLane((reply, transfer) => self.postMessage(reply, { transfer }));
self.onmessage = (event: MessageEvent<LaneRequest>) => answer(event.data);
