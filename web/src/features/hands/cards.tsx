/**
 * Cards of the wire, `AsAhKsKh`, as pictures; nothing where there are none. A hand is shown high to low, however it was
 * dealt; a board as it came.
 */
import { formatHand, parseCards } from '@ploscope/poker';
import type { ReactElement } from 'react';
import { CardRow } from '../../ui/playing-card.tsx';

export function Cards({ text, isHand = false }: { text: string; isHand?: boolean }): ReactElement | null {
  const cards = parseCards(text);
  if (!cards.ok || cards.value.length === 0) return null;
  const shown = isHand ? cards.value.sort((a, b) => b - a) : cards.value;
  return <CardRow cards={shown} label={isHand ? formatHand(shown) : text} />;
}
