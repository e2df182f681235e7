/** Ctrl-C once asks a solve to end in good order; twice ends the program at once. */

export interface Interrupt {
  readonly signal: AbortSignal;
  /** Leaves Ctrl-C to the system again. */
  release(): void;
}

const STOPPED = 130;

export function catchInterrupt(): Interrupt {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(STOPPED);
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  return {
    signal: controller.signal,
    release() {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
    },
  };
}
