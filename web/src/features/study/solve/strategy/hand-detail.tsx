/** One hand at large: each action with its frequency and its EV, and how far the others lie behind the best. */
import type { ReactElement } from 'react';
import { formatPct } from '../../../../lib/format-number.ts';
import { solveText } from '../../../../text/solve.ts';
import { CardRow } from '../../../../ui/playing-card.tsx';
import { formatChips } from '../figures.ts';
import type { HandRow, SightSummary } from '../work/protocol.ts';
import { actionName, tonesOf } from './action-words.ts';
import { handName } from './hand-line.tsx';
import styles from './hands.module.css';

const words = solveText.strategy;

export function HandDetail({ sight, row }: { sight: SightSummary; row: HandRow | null }): ReactElement {
  if (row === null) return <p className={styles.quiet}>{words.pick}</p>;
  const tones = tonesOf(sight.actions);
  return (
    <div className={styles.detail} aria-live="polite">
      <div className={styles.detailHead}>
        <CardRow cards={row.cards} size="m" label={handName(row)} />
        <span>
          {words.reach} {formatPct(row.reach, 1)}%
        </span>
        {row.ev === null ? null : <span>{words.ev(formatChips(row.ev))}</span>}
        {row.equity === null ? null : (
          <span>
            {words.equityColumn} {formatPct(row.equity, 1)}%
          </span>
        )}
      </div>
      <ul className={styles.detailActions}>
        {sight.actions.map((action, index) => (
          <li key={action.label} data-tone={tones[index]}>
            <span className={styles.swatch} aria-hidden="true" />
            <span>{actionName(action)}</span>
            <b>{formatPct(row.shares[index] ?? 0, 1)}%</b>
            <span>{row.actionEv === null ? '' : words.ev(formatChips(row.actionEv[index] ?? Number.NaN))}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
