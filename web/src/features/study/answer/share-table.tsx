/** Shares by player: one column each, one row per thing shared. A bar of its size lies behind every figure. */
import type { CSSProperties, ReactElement } from 'react';
import { formatPct } from '../../../lib/format-number.ts';
import type { Answered } from '../state.ts';
import { PlayerHeader } from './player-header.tsx';
import styles from './tables.module.css';

export interface ShareRow {
  readonly name: string;
  /** One share per player, 0…1. */
  readonly shares: readonly number[];
}

export function ShareTable(props: { caption: string; answered: Answered; rows: readonly ShareRow[] }): ReactElement {
  const { players } = props.answered.answer;
  const rowOf = (at: number): number => props.answered.rows[at] ?? at;
  // Eight players on a phone leave room for one decimal and no sign.
  const tight = players.length > 4;
  return (
    <table className={styles.table} data-tight={tight}>
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <td />
          {players.map((player, at) => (
            <PlayerHeader key={rowOf(at)} row={rowOf(at)} input={player.input} scope="col" />
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ name, shares }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {shares.map((share, at) => (
              <td
                key={rowOf(at)}
                className={styles.share}
                style={{ '--share': `${share * 100}%`, '--player': `var(--p${rowOf(at) + 1})` } as CSSProperties}
                data-zero={share === 0}
              >
                {share === 0 ? '–' : `${formatPct(share, tight ? 1 : 2)}${tight ? '' : '%'}`}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
