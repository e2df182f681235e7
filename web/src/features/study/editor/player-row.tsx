/** One player: the hand or range, what it holds, and what can be done with the row. */
import { lazy, type ReactElement, Suspense, useMemo } from 'react';
import { formatCount, formatShare } from '../../../lib/format-number.ts';
import { text } from '../../../text/en.ts';
import { IconButton } from '../../../ui/button.tsx';
import { NotationField } from '../../../ui/notation-field.tsx';
import { CardRow } from '../../../ui/playing-card.tsx';
import { handField, roomOf } from '../spot/draft.ts';
import { cardsIn } from '../spot/occupancy.ts';
import { draftOf } from '../state.ts';
import { fieldId, useStudy, useStudyState } from '../study-context.tsx';
import { CardPicker } from './card-picker.tsx';
import styles from './editor.module.css';
import { FieldNote } from './field-note.tsx';
import { type FieldReport, fieldReport } from './field-report.ts';
import { focusField } from './focus.ts';

const RangeExplorer = lazy(() => import('./range-explorer.tsx').then((module) => ({ default: module.RangeExplorer })));

export function PlayerRow({ row }: { row: number }): ReactElement {
  const { study, panel, togglePanel, closePanel, setLastField } = useStudy();
  const draft = useStudyState(draftOf);
  const reading = useStudyState((state) => state.reading);
  const field = handField(row);
  const id = fieldId(field);
  const written = draft.players[row]?.text ?? '';
  const report = useMemo(() => fieldReport(draft, field, reading), [draft, field, reading]);
  const open = panel?.field === field ? panel.kind : null;
  const last = row === draft.players.length - 1;
  const close = (): void => {
    closePanel();
    focusField(field);
  };
  return (
    <li className={styles.player} data-player={row + 1}>
      <span className={styles.chip} aria-hidden="true">
        {row + 1}
      </span>
      <div className={styles.playerBody}>
        <NotationField
          id={id}
          value={written}
          label={text.spot.handLabel(row)}
          placeholder={text.spot.handPlaceholder[draft.game]}
          wrong={report.error}
          describedBy={`${id}-note ${id}-size`}
          onChange={(value) => study.setText(field, value)}
          onFocus={() => setLastField(field)}
          onEnter={() => focusField(last ? 'board' : handField(row + 1))}
        />
        <FieldNote id={`${id}-note`} report={report} />
        <div className={styles.playerFoot}>
          <span id={`${id}-size`} className={styles.size}>
            <Holding written={written} report={report} room={roomOf(draft, field)} />
          </span>
          <span className={styles.rowTools}>
            <IconButton
              icon="cards"
              label={text.spot.pick}
              aria-expanded={open === 'cards'}
              onClick={() => togglePanel({ field, kind: 'cards' })}
            />
            <IconButton
              icon="tree"
              label={text.spot.explore}
              aria-expanded={open === 'range'}
              onClick={() => togglePanel({ field, kind: 'range' })}
            />
            <IconButton
              icon="up"
              label={text.spot.up(row)}
              disabled={row === 0}
              onClick={() => study.movePlayer(row, -1)}
            />
            <IconButton
              icon="down"
              label={text.spot.down(row)}
              disabled={last}
              onClick={() => study.movePlayer(row, 1)}
            />
            <IconButton
              icon="close"
              label={draft.players.length > 2 ? text.spot.remove(row) : text.spot.clear(row)}
              disabled={draft.players.length <= 2 && written === ''}
              onClick={() => {
                closePanel();
                study.removePlayer(row);
              }}
            />
          </span>
        </div>
        {open === 'cards' ? <CardPicker field={field} name={text.spot.player(row)} onDone={close} /> : null}
        {open === 'range' ? (
          <Suspense>
            <RangeExplorer row={row} />
          </Suspense>
        ) : null}
      </div>
    </li>
  );
}

/** A whole hand as its cards, a range as its size. */
function Holding({
  written,
  report,
  room,
}: {
  written: string;
  report: FieldReport;
  room: number;
}): ReactElement | null {
  const cards = cardsIn(written);
  if (report.empty) return <>{text.spot.empty}</>;
  if (cards !== null && cards.length === room) {
    return <CardRow cards={[...cards].sort((a, b) => b - a)} label={text.spot.hand} />;
  }
  if (report.error) return null;
  const { hand } = report;
  if (hand?.combos == null || hand.share === null) return <>{text.spot.counting}</>;
  return (
    <>
      {text.spot.combos(formatCount(hand.combos), formatShare(hand.share))}
      <span className={styles.ofHands}> {text.spot.ofHands}</span>
    </>
  );
}
