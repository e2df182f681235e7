/** The start of a visit: asks the server who is signed in, but only where somebody was. */
import { pageHint, pageSession } from './who.ts';

export async function wakeSession(): Promise<void> {
  if (pageSession.get().who !== 'unknown') return;
  if (!pageHint.get()) {
    pageSession.set(() => ({ who: 'nobody', unreachable: false }));
    return;
  }
  try {
    const { api } = await import('./page-api.ts');
    await api.wake();
  } catch {
    // The program itself did not load: the network is gone, or there is a newer version of it.
    pageSession.set(() => ({ who: 'nobody', unreachable: true }));
  }
}
