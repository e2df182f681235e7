/** A card as a filled tile in its suit's colour; `slot` is the empty place of one. Pictures only: no behaviour. */
import type { ReactElement } from 'react';
import styles from './playing-card.module.css';
import { Suit } from './suit.tsx';

export const RANK_LETTERS = '23456789TJQKA';

export type CardSize = 's' | 'm' | 'l';

export function PlayingCard({ card, size = 'm' }: { card: number; size?: CardSize }): ReactElement {
  return (
    <span className={styles.card} data-size={size} data-suit={card & 3}>
      <span className={styles.rank}>{RANK_LETTERS[card >> 2]}</span>
      <Suit suit={card & 3} className={styles.suit} />
    </span>
  );
}

export function CardSlot({ size = 'l' }: { size?: CardSize }): ReactElement {
  return <span className={styles.slot} data-size={size} aria-hidden="true" />;
}

/** A hand or board in a row; one label for all of it, so that a reader hears "A♠ K♠" and not eight fragments. */
export function CardRow({
  cards,
  size = 's',
  label,
}: {
  cards: readonly number[];
  size?: CardSize;
  label: string;
}): ReactElement {
  return (
    <span className={styles.row} role="img" aria-label={label}>
      {cards.map((card) => (
        <PlayingCard key={card} card={card} size={size} />
      ))}
    </span>
  );
}
