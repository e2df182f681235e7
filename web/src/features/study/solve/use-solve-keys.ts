/** Keys that work anywhere on the page: undo and redo, and Ctrl Enter to solve, pause and go on. */
import { useEffect } from 'react';
import { useSolve } from './solve-context.tsx';

export function useSolveKeys(asleep: boolean): void {
  const { study } = useSolve();
  useEffect(() => {
    if (asleep) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y' && key !== 'enter') return;
      // Fields keep Enter to themselves; with Ctrl it is meant for the page.
      if (event.defaultPrevented && key !== 'enter') return;
      event.preventDefault();
      if (key === 'y' || (key === 'z' && event.shiftKey)) study.redo();
      else if (key === 'z') study.undo();
      else goOn();
    };
    const goOn = (): void => {
      const { computing, store } = study;
      const { kind } = store.get().run;
      if (kind === 'running') computing.pause();
      else if (kind === 'paused') computing.resume();
      else computing.solve();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [study, asleep]);
}
