/** What whoever is to act reckons with: the pot, what is to call and its price, and how deep the stacks are. */
import { potOf } from '@ploscope/poker';
import type { ReactElement } from 'react';
import { formatPct } from '../../../lib/format-number.ts';
import { handsText } from '../../../text/hands.ts';
import { actorFigures, sprOf } from './figures.ts';
import styles from './replay.module.css';
import { useReplay } from './replay-context.tsx';

const words = handsText.replay;

export function FiguresBar(): ReactElement {
  const { replay, course, now, state, chips } = useReplay();
  const figures = now.isEnd ? null : actorFigures(state);
  const spr = sprOf(replay, now.at);
  const name = figures === null ? words.nobody : (replay.hand.players[figures.actor]?.name ?? '');
  const position = figures === null ? '' : (course.positions[figures.actor] ?? '');
  const odds = figures?.potOdds ?? null;
  return (
    <dl className={styles.figures} aria-label={words.figures}>
      <div className={styles.actor}>
        <dt>{words.toAct}</dt>
        <dd>
          {name} <small>{position}</small>
        </dd>
      </div>
      <div>
        <dt>{words.toCall}</dt>
        <dd>{figures === null ? words.nobody : figures.toCall === 0 ? words.check : chips(figures.toCall)}</dd>
      </div>
      <div>
        <dt>{words.potOdds}</dt>
        <dd>{odds === null ? words.nobody : words.oddsNote(formatPct(odds, 1))}</dd>
      </div>
      <div>
        <dt>{words.pot}</dt>
        <dd>{chips(potOf(state))}</dd>
      </div>
      <div>
        <dt>{words.spr}</dt>
        <dd>{spr === null ? words.nobody : spr.toFixed(1)}</dd>
      </div>
    </dl>
  );
}
