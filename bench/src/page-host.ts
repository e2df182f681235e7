// Web Workers for the bench in a page: from the module's bytes and the source of a worker, since nothing is served.

import type { Host, Lane } from '../../kernel/host/host.ts';
import type { LaneReply } from '../../kernel/host/lane.ts';

/** All cores. */
export function pageHost(bytes: readonly number[], worker: string): Host {
  const module = new WebAssembly.Module(Uint8Array.from(bytes));
  const address = URL.createObjectURL(new Blob([worker], { type: 'text/javascript' }));
  return {
    size: navigator.hardwareConcurrency,
    spawn: () => spawnWorker(address, module),
    now: () => performance.now(),
    inline: null,
  };
}

function spawnWorker(address: string, module: WebAssembly.Module): Lane {
  const worker = new Worker(address);
  worker.postMessage({ kind: 'module', module });
  return {
    post: (request, transfer = []) => worker.postMessage(request, [...transfer]),
    listen(onReply, onEnd) {
      worker.onmessage = (event: MessageEvent<LaneReply>) => onReply(event.data);
      worker.onmessageerror = () => onEnd(new Error('a message from a worker could not be read'));
      worker.onerror = (event) => onEnd(new Error(event.message));
    },
    async close() {
      worker.terminate();
    },
  };
}
