/** Cards of the wire, `AsAhKsKh`, as pictures; nothing where there are none. */
import { parseCards } from '@ploscope/poker';
import type { ReactElement } from 'react';
import { CardRow } from '../../ui/playing-card.tsx';

export function Cards({ text }: { text: string }): ReactElement | null {
  const cards = parseCards(text);
  if (!cards.ok || cards.value.length === 0) return null;
  return <CardRow cards={cards.value} label={text} />;
}
