/** One row of the hands: cards, how often they come here, what is done with them and what that is worth. */
import type { ReactElement } from 'react';
import { formatPct } from '../../../../lib/format-number.ts';
import { CardRow } from '../../../../ui/playing-card.tsx';
import { formatChips } from '../figures.ts';
import type { HandRow, SightSummary } from '../work/protocol.ts';
import { ActionBar } from './action-bar.tsx';
import styles from './hands.module.css';

export interface HandLineProps {
  readonly sight: SightSummary;
  readonly row: HandRow;
  readonly index: number;
  readonly top: number;
  readonly picked: boolean;
  readonly onPick: () => void;
}

export function handName(row: HandRow): string {
  return row.cards.map((card) => `${'23456789TJQKA'[card >> 2]}${'cdhs'[card & 3]}`).join('');
}

export function HandLine({ sight, row, index, top, picked, onPick }: HandLineProps): ReactElement {
  const name = handName(row);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows far out of sight are not on the page, so no table element
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      className={styles.row}
      data-testid="hand"
      data-picked={picked}
      style={{ top }}
    >
      <Cell by="hand">
        <button type="button" className={styles.pick} aria-pressed={picked} aria-label={name} onClick={onPick}>
          <CardRow cards={row.cards} label={name} />
        </button>
      </Cell>
      <Cell by="weight">{formatPct(row.reach, row.reach > 0.995 ? 0 : 1)}%</Cell>
      {sight.actions.map((action, at) => (
        <Cell key={action.label} by="action">
          <span>{formatPct(row.shares[at] ?? 0, 1)}</span>
          <small>{row.actionEv === null ? '' : formatChips(row.actionEv[at] ?? Number.NaN)}</small>
        </Cell>
      ))}
      {sight.live ? null : <Cell by="ev">{formatChips(row.ev ?? Number.NaN)}</Cell>}
      {sight.live ? null : <Cell by="equity">{formatPct(row.equity ?? Number.NaN, 1)}</Cell>}
      <span className={styles.rowBar}>
        <ActionBar actions={sight.actions} shares={row.shares} silent />
      </span>
    </div>
  );
}

function Cell({ by, children }: { by: string; children: React.ReactNode }): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the row
    <span role="cell" className={styles.cell} data-by={by}>
      {children}
    </span>
  );
}
