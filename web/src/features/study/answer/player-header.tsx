/** A player at the head of a table row or column: the number in its colour; the hand for those who cannot see it. */
import type { CSSProperties, ReactElement } from 'react';
import { text } from '../../../text/en.ts';
import styles from './tables.module.css';

export function PlayerHeader(props: { row: number; input: string; scope?: 'row' | 'col' }): ReactElement {
  return (
    <th scope={props.scope ?? 'row'} title={props.input}>
      <span className={styles.chip} style={{ '--player': `var(--p${props.row + 1})` } as CSSProperties}>
        <span aria-hidden="true">{props.row + 1}</span>
        <span className="visually-hidden">
          {text.spot.player(props.row)}, {props.input}
        </span>
      </span>
    </th>
  );
}
