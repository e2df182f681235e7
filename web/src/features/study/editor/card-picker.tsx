/** The deck under a field: picks go into that field, cards used elsewhere say where they are. */
import { type ReactElement, useMemo } from 'react';
import { text } from '../../../text/en.ts';
import { Button } from '../../../ui/button.tsx';
import { CardGrid } from '../../../ui/card-grid.tsx';
import { type FieldName, roomOf, textOf } from '../spot/draft.ts';
import { cardsIn, occupancyOf } from '../spot/occupancy.ts';
import { draftOf } from '../state.ts';
import { useStudy, useStudyState } from '../study-context.tsx';
import styles from './editor.module.css';
import { cardName, whereIs } from './field-report.ts';

export function CardPicker({
  field,
  name,
  onDone,
}: {
  field: FieldName;
  name: string;
  onDone: () => void;
}): ReactElement {
  const { study, say } = useStudy();
  const draft = useStudyState(draftOf);
  const selected = useMemo(() => new Set(cardsIn(textOf(draft, field)) ?? []), [draft, field]);
  const taken = useMemo(() => {
    const reasons = new Map<number, string>();
    for (const [card, at] of occupancyOf(draft).at) {
      if (at !== field && !selected.has(card))
        reasons.set(card, text.spot.duplicate(cardName(card), whereIs(draft, at)));
    }
    return reasons;
  }, [draft, field, selected]);
  const room = roomOf(draft, field);
  const full = selected.size >= room;
  return (
    <div className={styles.panel}>
      <CardGrid
        label={text.spot.picker(name)}
        selected={selected}
        taken={taken}
        full={full}
        nameOf={(card) => text.cardName(card >> 2, card & 3)}
        onToggle={(card) => study.toggleCard(field, card)}
        onTaken={say}
        onFull={() => say(text.spot.full)}
        onDone={onDone}
      />
      <div className={styles.panelFoot}>
        <span className={styles.count} aria-live="polite">
          {text.spot.pickerCount(selected.size, room)}
        </span>
        <span className={styles.keysHint}>{text.spot.pickerHint}</span>
        <Button look="quiet" disabled={selected.size === 0} onClick={() => study.clearField(field)}>
          {text.spot.clearCards}
        </Button>
        <Button onClick={onDone}>{text.spot.done}</Button>
      </div>
    </div>
  );
}
