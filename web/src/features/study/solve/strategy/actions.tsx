/** One card an action: how often, at which EV; a click goes on behind it. */
import type { ReactElement } from 'react';
import { formatPct } from '../../../../lib/format-number.ts';
import { solveText } from '../../../../text/solve.ts';
import { formatChips } from '../figures.ts';
import { useSolve } from '../solve-context.tsx';
import type { Step } from '../state.ts';
import type { ActionSummary, SightSummary } from '../work/protocol.ts';
import { actionName, tonesOf } from './action-words.ts';
import styles from './strategy.module.css';

const words = solveText.strategy;

export function Actions({ sight, line }: { sight: SightSummary; line: readonly Step[] }): ReactElement {
  const { study } = useSolve();
  const tones = tonesOf(sight.actions);
  const go = (action: ActionSummary): void => {
    const step: Step = { kind: 'action', label: actionName(action), cards: null, from: sight.place };
    // A street that was solved again is walked as it was solved again.
    study.computing.look({ place: action.place, again: sight.again }, [...line, step]);
  };
  return (
    <ul className={styles.actions}>
      {sight.actions.map((action, index) => {
        const name = actionName(action);
        const body = (
          <>
            <span className={styles.actionName}>{name}</span>
            <span className={styles.actionShare} data-testid={`share-${action.label}`}>
              {formatPct(action.share, 1)}
              <small>%</small>
            </span>
            <span className={styles.meter} aria-hidden="true">
              <span style={{ width: `${action.share * 100}%` }} />
            </span>
            <span className={styles.actionEv}>
              {action.ev === null ? '' : words.ev(formatChips(action.ev))}
              {sight.live ? null : <span aria-hidden="true"> ›</span>}
            </span>
          </>
        );
        return (
          <li key={action.label} data-tone={tones[index]} data-testid={`action-${action.label}`}>
            {sight.live ? (
              <div className={styles.action}>{body}</div>
            ) : (
              <button type="button" className={styles.action} title={words.go(name)} onClick={() => go(action)}>
                {body}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
