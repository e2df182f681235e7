/** A row of plain cards: a board with its places, or the dead cards. Typed, or picked from the deck. */
import { type ReactElement, type ReactNode, useMemo } from 'react';
import { text } from '../../../../text/en.ts';
import { Button, IconButton } from '../../../../ui/button.tsx';
import { CardGrid } from '../../../../ui/card-grid.tsx';
import { CardSlot, PlayingCard } from '../../../../ui/playing-card.tsx';
import { cardsIn } from '../../spot/occupancy.ts';
import { solveFieldId, useSolve, useSolveState } from '../solve-context.tsx';
import { type CardsField, textOf } from '../spot/draft.ts';
import { roomOf } from '../spot/edits.ts';
import { draftOf } from '../state.ts';
import { DraftField } from './draft-field.tsx';
import styles from './solve-editor.module.css';

export interface BoardFieldProps {
  readonly field: CardsField;
  readonly name: string;
  readonly placeholder: string;
  /** Places to show as cards; 0 for none. */
  readonly places: number;
  readonly action?: ReactNode;
}

export function BoardField({ field, name, placeholder, places, action }: BoardFieldProps): ReactElement {
  const { deck, setDeck } = useSolve();
  const written = useSolveState((state) => textOf(draftOf(state), field));
  const cards = cardsIn(written) ?? [];
  const open = deck === field;
  const toggle = (): void => setDeck(open ? null : field);
  return (
    <div className={styles.board}>
      <div className={styles.head}>
        <label htmlFor={solveFieldId(field)} className={styles.label}>
          {name}
        </label>
        {action}
      </div>
      <div className={styles.boardBody} data-places={places > 0}>
        {places === 0 ? null : (
          <button
            type="button"
            className={styles.places}
            aria-label={text.spot.pickBoard(name)}
            aria-expanded={open}
            onClick={toggle}
          >
            {Array.from({ length: places }, (_, place) => {
              const card = cards[place];
              // biome-ignore lint/suspicious/noArrayIndexKey: a place is its index
              return card === undefined ? <CardSlot key={place} /> : <PlayingCard key={place} card={card} size="l" />;
            })}
          </button>
        )}
        <DraftField
          field={field}
          label={name}
          placeholder={placeholder}
          trailing={<IconButton icon="cards" label={text.spot.pickBoard(name)} aria-expanded={open} onClick={toggle} />}
        />
      </div>
      {open ? <Deck field={field} name={name} /> : null}
    </div>
  );
}

function Deck({ field, name }: { field: CardsField; name: string }): ReactElement {
  const { study, setDeck, say } = useSolve();
  const draft = useSolveState(draftOf);
  const selected = useMemo(() => new Set(cardsIn(textOf(draft, field)) ?? []), [draft, field]);
  const taken = useMemo(() => {
    const reasons = new Map<number, string>();
    const others: readonly CardsField[] = draft.twoBoards ? ['board', 'board2', 'dead'] : ['board', 'dead'];
    for (const other of others) {
      if (other === field) continue;
      for (const card of cardsIn(textOf(draft, other)) ?? []) {
        const where = other === 'dead' ? text.spot.where.dead : text.spot.where[draft.twoBoards ? 'board1' : 'board'];
        const place = other === 'board2' ? text.spot.where.board2 : where;
        reasons.set(card, text.spot.duplicate(text.cardName(card >> 2, card & 3), place));
      }
    }
    return reasons;
  }, [draft, field]);
  const room = roomOf(field);
  const close = (): void => {
    setDeck(null);
    document.getElementById(solveFieldId(field))?.focus();
  };
  return (
    <div className={styles.deck}>
      <CardGrid
        label={text.spot.picker(name)}
        selected={selected}
        taken={taken}
        full={selected.size >= room}
        nameOf={(card) => text.cardName(card >> 2, card & 3)}
        onToggle={(card) => study.toggleCard(field, card)}
        onTaken={say}
        onFull={() => say(text.spot.full)}
        onDone={close}
      />
      <div className={styles.deckFoot}>
        <span aria-live="polite">{text.spot.pickerCount(selected.size, room)}</span>
        <Button look="quiet" disabled={selected.size === 0} onClick={() => study.setText(field, '')}>
          {text.spot.clearCards}
        </Button>
        <Button onClick={close}>{text.spot.done}</Button>
      </div>
    </div>
  );
}
