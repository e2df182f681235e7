/** j and k (or the arrows, once a row has the focus) go from hand to hand; Enter opens, as on any link. */
import { type RefObject, useEffect } from 'react';
import { singleKeysOn } from '../../../lib/single-keys.ts';

export function useListKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-hand]') ?? [])];
      const at = rows.indexOf(document.activeElement as HTMLElement);
      const by = stepOf(event.key, at >= 0);
      const next = by === 0 ? undefined : rows[at < 0 ? 0 : at + by];
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [list]);
}

function stepOf(key: string, inList: boolean): -1 | 0 | 1 {
  if (inList && key === 'ArrowDown') return 1;
  if (inList && key === 'ArrowUp') return -1;
  if (!singleKeysOn()) return 0;
  return key === 'j' ? 1 : key === 'k' ? -1 : 0;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [role="menu"], [role="dialog"]') !== null
  );
}
