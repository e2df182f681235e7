/** One row per player: who, the equity in large, and a bar of pots won alone and pots shared. */
import type { CSSProperties, ReactElement } from 'react';
import { formatCount, formatPct } from '../../../lib/format-number.ts';
import { text } from '../../../text/en.ts';
import { CardRow } from '../../../ui/playing-card.tsx';
import { cardsIn } from '../spot/occupancy.ts';
import styles from './answer.module.css';
import type { Shown, ShownPlayer } from './shown-players.ts';

export function PlayerBars({ shown }: { shown: Shown }): ReactElement {
  return (
    <ol
      className={styles.bars}
      data-shown={shown.kind}
      data-many={shown.players.length > 4}
      aria-busy={shown.kind !== 'fresh'}
    >
      {shown.players.map((player) => (
        <PlayerBar key={player.row} player={player} />
      ))}
    </ol>
  );
}

function PlayerBar({ player }: { player: ShownPlayer }): ReactElement {
  const { row, equity, win, tie, wins, ties, standardError } = player;
  const alone = win ?? equity;
  const bar = {
    '--player': `var(--p${row + 1})`,
    '--alone': `${alone * 100}%`,
    '--shared': `${Math.max(0, equity - alone) * 100}%`,
  } as CSSProperties;
  return (
    <li className={styles.bar} style={bar}>
      <span className={styles.who}>
        <span className={styles.chip}>
          <span className="visually-hidden">{text.spot.player(row)}</span>
          <span aria-hidden="true">{row + 1}</span>
        </span>
        <HandName input={player.input} />
      </span>
      <span className={styles.equity} data-testid={`equity-${row + 1}`}>
        {formatPct(equity)}
        <span className={styles.unit}>%</span>
      </span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.alone} />
        <span className={styles.shared} />
      </span>
      <span className={styles.stats}>
        {win === null || tie === null ? null : (
          <>
            <span>
              {text.answer.win} <b>{formatPct(win)}%</b>
            </span>
            <span>
              {text.answer.tie} <b>{formatPct(tie)}%</b>
            </span>
          </>
        )}
        {standardError === null ? null : <span>{text.answer.error(formatPct(standardError, 3))}</span>}
        {wins === null || ties === null ? null : (
          <span className={styles.counts}>{text.answer.counts(formatCount(wins), formatCount(ties))}</span>
        )}
      </span>
    </li>
  );
}

/** A hand as cards, a range as it was written. */
function HandName({ input }: { input: string }): ReactElement {
  const cards = cardsIn(input);
  if (cards !== null && cards.length > 0) {
    return <CardRow cards={[...cards].sort((a, b) => b - a)} label={input} />;
  }
  return <code className={styles.code}>{input}</code>;
}
