/** One review: of which hand, how far it is, what it found or why it found nothing. */
import type { ReviewLine } from '@ploscope/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { formatPct } from '../../../lib/format-number.ts';
import { handsText } from '../../../text/hands.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Cards } from '../cards.tsx';
import { formatChips } from '../money.ts';
import styles from './review.module.css';

const words = handsText.reviews;

export function ReviewRow({ line, onDelete }: { line: ReviewLine; onDelete: () => void }): ReactElement {
  const { hand, review } = line;
  const { state, reason, evLost, exploitability, decisions, street } = review;
  const first = decisions[0]?.operation;
  const name = `${hand.stakes} ${hand.cards}`;
  return (
    <li className={styles.row} data-testid="review-row" data-state={state}>
      <Link
        to="/hands/$id"
        params={{ id: hand.id }}
        search={first === undefined ? {} : { at: first }}
        className={styles.open}
      >
        <span className={styles.stakes}>{hand.stakes}</span>
        <span className={styles.what}>
          <Cards text={hand.cards} isHand />
          <Cards text={hand.board} />
        </span>
        <span className={styles.facts}>
          {[
            words.from(words.streetNames[street]),
            decisions.length === 0 ? '' : words.decisions(decisions.length),
            exploitability === null ? '' : words.exploitability(formatPct(exploitability)),
          ]
            .filter(Boolean)
            .join(' · ')}
          {reason === null ? null : <em>{reason.message}</em>}
        </span>
        <span className={styles.state} data-state={state}>
          {words.states[state]}
        </span>
        <span className={styles.lost}>{evLost === null ? '' : formatChips(evLost, hand, 'bb')}</span>
      </Link>
      <IconButton icon="bin" label={words.deleteOf(name)} onClick={onDelete} />
    </li>
  );
}
