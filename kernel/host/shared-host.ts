// Workers of a host together with workers elsewhere, as one host. How those elsewhere are reached, it does not know.

import type { Host, Lane } from './host.ts';

/**
 * `elsewhere`: starts one worker each. The host's own are taken first, so that the shard in charge of a solve is one of
 * them, and one more of them than its size: who answers questions about plans has nothing to do while a solve runs.
 */
export function sharedHost(own: Host, elsewhere: readonly (() => Lane)[]): Host {
  const free = [...elsewhere];
  let taken = 0;
  return {
    ...own,
    size: own.size + elsewhere.length,
    spawn() {
      const far = taken > own.size ? free.shift() : undefined;
      if (far) return whenClosed(far(), () => free.push(far));
      taken++;
      return whenClosed(own.spawn(), () => taken--);
    },
  };
}

function whenClosed(lane: Lane, then: () => void): Lane {
  let closed = false;
  return {
    ...lane,
    async close() {
      await lane.close();
      if (closed) return;
      closed = true;
      then();
    },
  };
}
