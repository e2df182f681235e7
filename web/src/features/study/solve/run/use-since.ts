/**
 * Time that goes on between two reports of a solve, which may be seconds apart. By a timer and not by frames, and counted
 * by the clock, so that a hidden tab is right again when it is looked at.
 */
import { useEffect, useState } from 'react';

const EVERY_MS = 250;

/** Milliseconds since `mark` was last another one; 0 while it is off. */
export function useSince(mark: unknown, on: boolean): number {
  const [from, setFrom] = useState({ mark, at: performance.now() });
  const [now, setNow] = useState(from.at);
  if (from.mark !== mark) {
    const at = performance.now();
    setFrom({ mark, at });
    setNow(at);
  }
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => setNow(performance.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, [on]);
  return on ? Math.max(0, now - from.at) : 0;
}
