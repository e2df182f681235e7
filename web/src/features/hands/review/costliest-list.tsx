/** The ten decisions that cost most: what was played, what would have been best, and the way to both. */
import type { ReviewLine } from '@ploscope/contracts';
import { formatSolvePermalink, type SolveSpot } from '@ploscope/poker';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useMemo } from 'react';
import { handsText } from '../../../text/hands.ts';
import { actionLabel } from '../action-label.ts';
import { Cards } from '../cards.tsx';
import hands from '../hands.module.css';
import { formatChips } from '../money.ts';
import { StudyLink } from '../study-link.tsx';
import { bestAction, type CostlyDecision, costliest } from './costliest.ts';
import styles from './review.module.css';

const words = handsText.reviews;
const MOST = 10;

export function CostliestList({ rows }: { rows: readonly ReviewLine[] }): ReactElement {
  const found = useMemo(() => costliest(rows, MOST), [rows]);
  return (
    <section className={styles.costliest} aria-label={words.costliest}>
      <h2>{words.costliest}</h2>
      {found.length === 0 ? (
        <p className={hands.quiet}>{words.noneCostly}</p>
      ) : (
        <ol>
          {found.map((costly) => (
            <Row key={`${costly.line.review.id} ${costly.decision.operation}`} costly={costly} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Row({ costly: { line, decision, lostBb } }: { costly: CostlyDecision }): ReactElement {
  const { hand, review } = line;
  const chips = (amount: number): string => formatChips(amount, hand, 'bb');
  const best = bestAction(decision);
  const dealt = { flop: 6, turn: 8, river: 10 }[decision.street];
  return (
    <li className={styles.costly} data-testid="costly">
      <span className={styles.loss}>
        −{lostBb.toFixed(1)} bb
        {decision.precision === null ? null : <small>{handsText.replay.within(chips(decision.precision))}</small>}
      </span>
      <span className={styles.what}>
        <Cards text={hand.cards} isHand />
        <Cards text={hand.board.slice(0, dealt)} />
        {hand.board2 === null ? null : <Cards text={hand.board2.slice(0, dealt)} />}
      </span>
      <span className={styles.played}>
        <small>{words.streetNames[decision.street]}</small> {hand.position} · {words.played}{' '}
        <b>{actionLabel(decision.taken, chips)}</b>
        {best === null ? null : (
          <>
            {' '}
            · {words.better} <b>{actionLabel(best, chips)}</b>
          </>
        )}
      </span>
      <span className={styles.ways}>
        <Link to="/hands/$id" params={{ id: hand.id }} search={{ at: decision.operation }} className={hands.link}>
          {words.openHand}
        </Link>
        {review.spot === null ? null : (
          <StudyLink screen="solve" permalink={formatSolvePermalink(review.spot as SolveSpot)}>
            {words.openSpot}
          </StudyLink>
        )}
      </span>
    </li>
  );
}
