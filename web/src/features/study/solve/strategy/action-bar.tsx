/** What is done with a hand or a class of hands, as one bar divided among the actions. */
import type { ReactElement } from 'react';
import { solveText } from '../../../../text/solve.ts';
import type { ActionSummary } from '../work/protocol.ts';
import { barWords, tonesOf } from './action-words.ts';
import styles from './strategy.module.css';

export function ActionBar(props: {
  actions: readonly ActionSummary[];
  shares: readonly number[];
  /** The numbers stand beside it. */
  silent?: boolean;
}): ReactElement {
  const { actions, shares, silent = false } = props;
  const tones = tonesOf(actions);
  const heard = silent
    ? { 'aria-hidden': true as const }
    : { role: 'img', 'aria-label': solveText.strategy.bars(barWords(actions, shares)) };
  return (
    <span className={styles.actionBar} {...heard}>
      {actions.map((action, index) => (
        <span
          key={action.label}
          data-tone={tones[index]}
          style={{ width: `${Math.max(0, (shares[index] ?? 0) * 100)}%` }}
        />
      ))}
    </span>
  );
}
