/**
 * The four suits, drawn as paths so that they look the same on every machine and never turn into emoji. Suit index as
 * in a card number: c d h s = 0 1 2 3.
 */
import type { ReactElement } from 'react';

const PATHS = [
  'M12 2.2a4.6 4.6 0 0 0-3.9 7.1 4.7 4.7 0 1 0 2.7 7.6c-.1 2-.8 3.6-2.3 4.9h7c-1.5-1.3-2.2-2.9-2.3-4.9a4.7 4.7 0 1 0 2.7-7.6A4.6 4.6 0 0 0 12 2.2Z',
  'M12 1.8 19.6 12 12 22.2 4.4 12Z',
  'M12 21.6C6 16.9 2.6 13.2 2.6 8.8a5 5 0 0 1 9.4-2.4 5 5 0 0 1 9.4 2.4c0 4.4-3.4 8.1-9.4 12.8Z',
  'M12 1.8c5.7 5 9.2 8.2 9.2 12a4.6 4.6 0 0 1-8.2 2.9c.1 2.2.9 3.8 2.4 5.1H8.6c1.5-1.3 2.3-2.9 2.4-5.1a4.6 4.6 0 0 1-8.2-2.9c0-3.8 3.5-7 9.2-12Z',
] as const;

export const SUIT_LETTERS = ['c', 'd', 'h', 's'] as const;

export function Suit({ suit, className }: { suit: number; className?: string | undefined }): ReactElement {
  return (
    <svg viewBox="0 0 24 24" width="1em" height="1em" className={className} aria-hidden="true" focusable="false">
      <path d={PATHS[suit] ?? ''} fill="currentColor" />
    </svg>
  );
}
