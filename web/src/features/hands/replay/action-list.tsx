/** Everything that happened, street by street; each line leads to its moment, and says what a reviewed decision cost. */
import type { HandReview, ReviewedDecision } from '@ploscope/contracts';
import { formatCards } from '@ploscope/poker';
import { Fragment, type ReactElement, useEffect, useRef } from 'react';
import { handsText } from '../../../text/hands.ts';
import { CardRow } from '../../../ui/playing-card.tsx';
import { isMistake } from '../review/mistake.ts';
import { actionLine } from './action-words.ts';
import styles from './actions.module.css';
import { useReplay } from './replay-context.tsx';
import { stopAt } from './stops.ts';
import { streetsOf } from './streets-of.ts';

const words = handsText.replay;

export function ActionList({ reviews }: { reviews: readonly HandReview[] }): ReactElement {
  const { replay, stops, now, goTo } = useReplay();
  const reviewed = new Map(
    reviews.flatMap(({ decisions }) => decisions.map((made) => [made.operation, made] as const)),
  );
  const list = useRef<HTMLOListElement>(null);
  // The line of the moment stays in sight within the list, without moving the page.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const own = list.current;
      const line = own?.querySelector<HTMLElement>(`[data-operation="${now.at - 1}"]`);
      if (own === null || line === null || line === undefined) return;
      const over = line.offsetTop - own.scrollTop;
      const fits = over >= 0 && over <= own.clientHeight - line.offsetHeight;
      if (!fits) own.scrollTop = line.offsetTop - own.clientHeight / 2;
    });
    return () => cancelAnimationFrame(frame);
  }, [now]);
  return (
    <section className={styles.actions} aria-label={words.actions}>
      <ol ref={list} className={styles.list} tabIndex={-1}>
        {streetsOf(replay).map((street) => (
          <Fragment key={street.first}>
            <li className={styles.street}>
              <span>{street.streets.map((name) => words.streetNames[name]).join(' · ')}</span>
              {street.cards.map((cards, board) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a board is known by its place
                <CardRow key={board} cards={cards} label={formatCards(cards)} />
              ))}
            </li>
            {street.operations.map((at) => (
              <Line
                key={at}
                at={at}
                current={!now.isEnd && at === now.at - 1}
                decision={reviewed.get(at) ?? null}
                onGo={() => goTo(stopAt(stops, at + 1))}
              />
            ))}
          </Fragment>
        ))}
      </ol>
    </section>
  );
}

interface LineProps {
  readonly at: number;
  readonly current: boolean;
  readonly decision: ReviewedDecision | null;
  readonly onGo: () => void;
}

function Line({ at, current, decision, onGo }: LineProps): ReactElement | null {
  const { replay, course, chips } = useReplay();
  const operation = replay.hand.operations[at];
  const [before, after] = [replay.states[at], replay.states[at + 1]];
  if (operation === undefined || before === undefined || after === undefined) return null;
  const line = actionLine(operation, before, after, chips);
  if (line === null) return null;
  const player = 'player' in operation ? operation.player : null;
  return (
    <li data-operation={at} data-current={current} data-own={player !== null && player === replay.hand.hero}>
      <button type="button" className={styles.line} aria-current={current ? 'step' : undefined} onClick={onGo}>
        <span className={styles.position}>{player === null ? '' : course.positions[player]}</span>
        <span className={styles.who}>{player === null ? '' : replay.hand.players[player]?.name}</span>
        <span className={styles.what}>
          {line.words}
          {operation.kind === 'show' && operation.cards.length > 0 ? (
            <CardRow cards={operation.cards} label={formatCards(operation.cards)} />
          ) : null}
        </span>
        {decision === null || decision.evLost === null ? (
          <span className={styles.note}>{line.note}</span>
        ) : (
          <span className={styles.lost} data-clean={!isMistake(decision)}>
            <span className="visually-hidden">{words.evLost}: </span>
            {isMistake(decision) ? `−${chips(decision.evLost)}` : '✓'}
          </span>
        )}
      </button>
    </li>
  );
}
