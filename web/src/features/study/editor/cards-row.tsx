/** A row of plain cards: a board with its places, or the dead cards. Typed, or picked from the deck. */
import { type ReactElement, type ReactNode, useMemo } from 'react';
import { text } from '../../../text/en.ts';
import { IconButton } from '../../../ui/button.tsx';
import { NotationField } from '../../../ui/notation-field.tsx';
import { CardSlot, PlayingCard } from '../../../ui/playing-card.tsx';
import { textOf } from '../spot/draft.ts';
import { cardsIn } from '../spot/occupancy.ts';
import { draftOf } from '../state.ts';
import { fieldId, useStudy, useStudyState } from '../study-context.tsx';
import { CardPicker } from './card-picker.tsx';
import styles from './editor.module.css';
import { FieldNote } from './field-note.tsx';
import { fieldReport } from './field-report.ts';
import { focusField } from './focus.ts';

export interface CardsRowProps {
  readonly field: 'board' | 'board2' | 'dead';
  readonly name: string;
  readonly placeholder: string;
  /** Places to show as cards; 0 for none. */
  readonly places: number;
  readonly action?: ReactNode;
}

export function CardsRow({ field, name, placeholder, places, action }: CardsRowProps): ReactElement {
  const { study, panel, togglePanel, closePanel, setLastField } = useStudy();
  const draft = useStudyState(draftOf);
  const reading = useStudyState((state) => state.reading);
  const report = useMemo(() => fieldReport(draft, field, reading), [draft, field, reading]);
  const id = fieldId(field);
  const written = textOf(draft, field);
  const cards = cardsIn(written) ?? [];
  const open = panel?.field === field;
  const toggle = (): void => togglePanel({ field, kind: 'cards' });
  return (
    <div className={styles.cardsRow}>
      <div className={styles.cardsHead}>
        <label htmlFor={id} className={styles.label}>
          {name}
        </label>
        {action}
      </div>
      <div className={styles.cardsBody} data-places={places > 0}>
        {places > 0 ? (
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
        ) : null}
        <div className={styles.cardsField}>
          <NotationField
            id={id}
            value={written}
            label={name}
            placeholder={placeholder}
            wrong={report.error}
            describedBy={`${id}-note`}
            onChange={(value) => study.setText(field, value)}
            onFocus={() => setLastField(field)}
            onEnter={() => focusField(field === 'dead' ? 'hands[0]' : 'dead')}
            trailing={
              <IconButton icon="cards" label={text.spot.pickBoard(name)} aria-expanded={open} onClick={toggle} />
            }
          />
          <FieldNote id={`${id}-note`} report={report} />
        </div>
      </div>
      {open ? (
        <CardPicker
          field={field}
          name={name}
          onDone={() => {
            closePanel();
            focusField(field);
          }}
        />
      ) : null}
    </div>
  );
}
