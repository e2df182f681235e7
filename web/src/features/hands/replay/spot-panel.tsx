/**
 * The decision that is shown, as a spot: what its review says each action is worth, and the way to Study. Equities of the
 * hands that are seen lead there too.
 */
import type { HandReview, ReviewedDecision } from '@ploscope/contracts';
import { formatPermalink, formatSolvePermalink, type RangeProfile, reviewSpot } from '@ploscope/poker';
import { type ReactElement, useMemo } from 'react';
import { formatPct } from '../../../lib/format-number.ts';
import { handsText } from '../../../text/hands.ts';
import { actionLabel } from '../action-label.ts';
import { isMistake } from '../review/mistake.ts';
import { StudyLink } from '../study-link.tsx';
import { equityQuestion } from './equity-question.ts';
import { useReplay } from './replay-context.tsx';
import { seenCards } from './seen-cards.ts';
import styles from './spot-panel.module.css';

const words = handsText.replay;

export interface SpotPanelProps {
  readonly reviews: readonly HandReview[];
  readonly profile: RangeProfile;
}

export function SpotPanel({ reviews, profile }: SpotPanelProps): ReactElement {
  const { replay, now, state, open } = useReplay();
  const decisions = now.isEnd ? [] : reviews.flatMap((review) => review.decisions);
  const decision = decisions.find(({ operation, actions }) => operation === now.at && actions.length > 0);
  const equity = equityQuestion({
    game: replay.hand.game,
    hands: seenCards(replay, now.at, open),
    folded: state.folded,
    boards: state.boards,
  })?.spots[0];
  const isOwn = !now.isEnd && state.actor !== null && state.actor === replay.hand.hero && state.street !== 'preflop';
  const spot = useMemo(() => (isOwn ? reviewSpot(replay, now.at, profile) : null), [isOwn, replay, now.at, profile]);
  return (
    <section className={styles.spot} aria-label={words.decision}>
      {decision === undefined ? null : <DecisionTable decision={decision} />}
      <p className={styles.links}>
        {spot?.ok ? (
          <StudyLink screen="solve" permalink={formatSolvePermalink(spot.value.spot)} title={words.openSpotNote}>
            {words.openSpot}
          </StudyLink>
        ) : null}
        {equity === undefined ? null : (
          <StudyLink screen="equity" permalink={formatPermalink(equity)}>
            {words.openEquity}
          </StudyLink>
        )}
        {spot !== null && !spot.ok ? (
          <span>
            {words.noSpot} {spot.error.message}
          </span>
        ) : null}
      </p>
    </section>
  );
}

function DecisionTable({ decision }: { decision: ReviewedDecision }): ReactElement {
  const { chips } = useReplay();
  const { actions, taken, evLost, precision } = decision;
  const best = Math.max(...actions.map(({ ev }) => ev));
  return (
    <>
      <p className={styles.lost} data-mistake={isMistake(decision)}>
        {words.evLost} <b>{evLost === null ? words.nobody : chips(evLost)}</b>{' '}
        {precision === null ? null : <small>{words.within(chips(precision))}</small>}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.action}</th>
            <th scope="col">{words.share}</th>
            <th scope="col">{words.ev}</th>
          </tr>
        </thead>
        <tbody>
          {actions.map(({ label, share, ev }) => (
            <tr key={label} data-taken={label === taken}>
              <th scope="row">
                {actionLabel(label, chips)}{' '}
                {label === taken ? <small>{words.taken}</small> : ev === best ? <small>{words.best}</small> : null}
              </th>
              <td>{formatPct(share, 0)}%</td>
              <td>{chips(ev)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
