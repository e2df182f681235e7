/** Moving through a replay: steps, streets, playing by itself, and the keys for it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { singleKeysOn } from '../../../lib/single-keys.ts';
import { type Stop, streetStops } from './stops.ts';

const PLAY_MS = 1_100;
const STREET_KEYS = ['1', '2', '3', '4'];

export interface Stops {
  readonly stop: number;
  readonly goTo: (stop: number) => void;
  readonly playing: boolean;
  readonly togglePlay: () => void;
}

/** `keep` is told of every new stop, to keep the address in step. */
export function useStops(stops: readonly Stop[], first: number, keep: (stop: Stop) => void): Stops {
  const [stop, setStop] = useState(first);
  const [playing, setPlaying] = useState(false);
  const last = stops.length - 1;
  const show = useCallback((next: number): void => setStop(Math.max(0, Math.min(last, next))), [last]);
  const goTo = useCallback(
    (next: number): void => {
      setPlaying(false);
      show(next);
    },
    [show],
  );
  const kept = useRef(keep);
  kept.current = keep;
  useEffect(() => {
    const now = stops[stop];
    if (now !== undefined) kept.current(now);
  }, [stop, stops]);

  useEffect(() => {
    if (!playing) return;
    if (stop >= last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => show(stop + 1), PLAY_MS);
    return () => clearTimeout(timer);
  }, [playing, stop, last, show]);

  const togglePlay = (): void => {
    if (!playing && stop >= last) show(0);
    setPlaying(!playing);
  };
  const onKey = useRef<(event: KeyboardEvent) => void>(() => {});
  onKey.current = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
    const act = keyAct(event.key, event.target);
    if (act === null) return;
    event.preventDefault();
    act();
  };
  const keyAct = (key: string, target: EventTarget | null): (() => void) | null => {
    const street = singleKeysOn() ? streetStops(stops)[STREET_KEYS.indexOf(key)] : undefined;
    if (street !== undefined) return () => goTo(street.stop);
    if (key === 'ArrowLeft') return () => goTo(stop - 1);
    if (key === 'ArrowRight') return () => goTo(stop + 1);
    if (key === 'Home') return () => goTo(0);
    if (key === 'End') return () => goTo(last);
    // Space presses the button that has the focus.
    const onButton = target instanceof HTMLElement && target.closest('button, a, summary') !== null;
    return key === ' ' && !onButton ? togglePlay : null;
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey.current(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return { stop, goTo, playing, togglePlay };
}

/** Where arrows already mean something. */
function isBusy(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [role="menu"], [role="dialog"], [role="radiogroup"]') !== null
  );
}
