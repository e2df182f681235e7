/** The two Workers of the study, opened together and closed together. A crash of either is told once. */
import { type Calls, openCalls } from '../../../lib/worker-calls.ts';
import type { DealerMethods, ReaderMethods } from './protocol.ts';

export interface Rooms {
  readonly reader: Calls<ReaderMethods>;
  readonly dealer: Calls<DealerMethods>;
  readonly close: () => void;
}

export type OpenRooms = (onCrash: (message: string) => void) => Rooms;

export const openWorkerRooms: OpenRooms = (onCrash) => {
  let told = false;
  const crashed = (message: string): void => {
    if (told) return;
    told = true;
    onCrash(message);
  };
  const reader = openCalls<ReaderMethods>(
    new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module', name: 'reader' }),
    crashed,
  );
  const dealer = openCalls<DealerMethods>(
    new Worker(new URL('./dealer.worker.ts', import.meta.url), { type: 'module', name: 'dealer' }),
    crashed,
  );
  return {
    reader,
    dealer,
    close: () => {
      reader.close();
      dealer.close();
    },
  };
};
