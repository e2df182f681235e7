/**
 * Keeps a tab that solves from being frozen in the background: browsers leave alone what holds a lock. Where there are
 * no locks (pages that are not secure) it does nothing; a tab that sleeps all the same goes on when it wakes.
 */
const LOCK = 'ploscope solving';

/** Until the function it gives is called. */
export function stayAwake({ locks }: { readonly locks?: LockManager }): () => void {
  let rest = (): void => {};
  const rested = new Promise<void>((resolve) => {
    rest = resolve;
  });
  // Shared, so that two tabs may solve at once.
  locks?.request(LOCK, { mode: 'shared' }, () => rested).catch(() => {});
  return rest;
}
