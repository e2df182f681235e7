/**
 * The deck as a grid: suits down, ranks across (on a narrow screen each suit takes two lines). One tab stop; arrows
 * move, Enter or Space picks, and a card can be typed (`k` then `s`). A card used elsewhere stays in place, cannot be
 * picked and says where it is.
 */
import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import styles from './card-grid.module.css';
import { RANK_LETTERS } from './playing-card.tsx';
import { SUIT_LETTERS, Suit } from './suit.tsx';

const SUITS_DOWN = [3, 2, 1, 0];
const RANKS_ACROSS = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0];

export interface CardGridProps {
  readonly label: string;
  readonly selected: ReadonlySet<number>;
  /** Cards that cannot be picked, with the reason to show. */
  readonly taken: ReadonlyMap<number, string>;
  /** No more cards fit; the selected can still be given back. */
  readonly full: boolean;
  readonly nameOf: (card: number) => string;
  readonly onToggle: (card: number) => void;
  readonly onTaken: (reason: string) => void;
  readonly onFull: () => void;
  readonly onDone: () => void;
}

export function CardGrid(props: CardGridProps): ReactElement {
  const [at, setAt] = useState(51);
  const typedRank = useRef<number | null>(null);
  const grid = useRef<HTMLDivElement>(null);

  const focus = (card: number): void => {
    setAt(card);
    grid.current?.querySelector<HTMLButtonElement>(`[data-card="${card}"]`)?.focus();
  };
  const pick = (card: number): void => {
    const reason = props.taken.get(card);
    if (reason !== undefined) props.onTaken(reason);
    else if (props.full && !props.selected.has(card)) props.onFull();
    else props.onToggle(card);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moved(at, event.key);
    if (move !== null) {
      event.preventDefault();
      focus(move);
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      props.onDone();
      return;
    }
    const letter = event.key.length === 1 ? event.key : '';
    const suit = letter ? (SUIT_LETTERS as readonly string[]).indexOf(letter.toLowerCase()) : -1;
    const rank = letter ? RANK_LETTERS.indexOf(letter.toUpperCase()) : -1;
    if (typedRank.current !== null && suit >= 0) {
      const card = typedRank.current * 4 + suit;
      typedRank.current = null;
      event.stopPropagation();
      focus(card);
      pick(card);
    } else if (rank >= 0) {
      event.stopPropagation();
      typedRank.current = rank;
      focus(rank * 4 + (at & 3));
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid of toggles with one tab stop
    <div ref={grid} className={styles.grid} role="group" aria-label={props.label} onKeyDown={onKeyDown}>
      {SUITS_DOWN.map((suit) => (
        <div key={suit} className={styles.suit}>
          {RANKS_ACROSS.map((rank) => {
            const card = rank * 4 + suit;
            const reason = props.taken.get(card);
            const selected = props.selected.has(card);
            const off = reason !== undefined || (props.full && !selected);
            const name = props.nameOf(card);
            return (
              <button
                key={card}
                type="button"
                className={styles.card}
                data-card={card}
                data-suit={suit}
                tabIndex={card === at ? 0 : -1}
                aria-pressed={selected}
                aria-disabled={off}
                aria-label={reason === undefined ? name : `${name}, ${reason}`}
                title={reason}
                onFocus={() => setAt(card)}
                onClick={() => pick(card)}
              >
                {RANK_LETTERS[rank]}
                <Suit suit={suit} />
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** Where an arrow, Home or End leads from a card, or null for another key. */
function moved(card: number, key: string): number | null {
  const rank = card >> 2;
  const suit = card & 3;
  switch (key) {
    case 'ArrowLeft':
      return rank === 12 ? card : card + 4;
    case 'ArrowRight':
      return rank === 0 ? card : card - 4;
    case 'ArrowUp':
      return suit === 3 ? card : card + 1;
    case 'ArrowDown':
      return suit === 0 ? card : card - 1;
    case 'Home':
      return 48 + suit;
    case 'End':
      return suit;
    default:
      return null;
  }
}
