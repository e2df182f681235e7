/** The answer of an equity: each player's share, and how sure it is. */
import type { EquityJob } from '@ploscope/contracts';
import type { ReactElement } from 'react';
import { formatPct, formatTime } from '../../lib/format-number.ts';
import { jobsText } from '../../text/jobs.ts';
import styles from './jobs.module.css';

export function EquityResult({ answer }: { answer: NonNullable<EquityJob['result']> }): ReactElement {
  const { players, exact, standardError, elapsedMs } = answer;
  return (
    <>
      <ol className={styles.players}>
        {players.map((player, index) => (
          // Players have no other identity than their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          <li key={index}>
            <span className={styles.input}>
              <span className="visually-hidden">{jobsText.player(index + 1)}: </span>
              {player.input}
            </span>
            <b>{formatPct(player.equity)}%</b>
          </li>
        ))}
      </ol>
      <p className={styles.facts}>
        {exact ? jobsText.exact : jobsText.sampled(formatPct(standardError ?? 0, 3))} · {formatTime(elapsedMs)}
      </p>
    </>
  );
}
