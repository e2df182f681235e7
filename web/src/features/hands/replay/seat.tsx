/** One player at the table: cards, name, position, stack, equity, and what was won in the end. */
import { type Card, formatHand, HOLE_CARDS, type PlayerIndex } from '@ploscope/poker';
import type { ReactElement } from 'react';
import { formatPct } from '../../../lib/format-number.ts';
import { handsText } from '../../../text/hands.ts';
import { CardRow } from '../../../ui/playing-card.tsx';
import { useReplay } from './replay-context.tsx';
import type { SeatPlace } from './seats.ts';
import styles from './table.module.css';

const words = handsText.replay;

export interface SeatProps {
  readonly place: SeatPlace;
  /** Where it is on a phone. */
  readonly tall: SeatPlace;
  readonly cards: readonly Card[];
  /** 0…1; null where it is not known. */
  readonly equity: number | null;
}

export function Seat({ place: { player, x, y }, tall, cards, equity }: SeatProps): ReactElement {
  const { replay, course, state, now, chips } = useReplay();
  const { hand, settlement } = replay;
  const name = hand.players[player]?.name ?? '';
  const position = course.positions[player] ?? '';
  const folded = state.folded[player] === true;
  const stack = now.isEnd ? settlement.stacks[player] : state.stacks[player];
  const won = now.isEnd ? (settlement.won[player] ?? 0) : 0;
  return (
    <li
      className={styles.seat}
      style={placed(x, y, tall.x, tall.y)}
      data-folded={folded}
      data-actor={!now.isEnd && state.actor === player}
      data-winner={won > 0}
      data-own={player === hand.hero}
      data-testid={`seat-${player}`}
    >
      <Cards player={player} cards={cards} folded={folded} />
      <div className={styles.plate}>
        <p className={styles.name}>
          <span className={styles.position}>{position}</span>
          <span className={styles.nick} title={name}>
            {name}
          </span>
        </p>
        <p className={styles.stack}>
          {won > 0 ? <b>{words.wins(chips(won))}</b> : stack === 0 && !folded ? words.allIn : chips(stack ?? 0)}
        </p>
      </div>
      {equity === null || folded ? null : (
        <p className={styles.equity}>
          <span aria-hidden="true">{words.equity(formatPct(equity, 1))}</span>
          <span className="visually-hidden">{words.equityOf(formatPct(equity, 1))}</span>
        </p>
      )}
      {position === 'BTN' ? <span className={styles.dealer} role="img" aria-label={words.dealer} /> : null}
      {folded ? <span className="visually-hidden">{words.folded}</span> : null}
    </li>
  );
}

function Cards({
  player,
  cards,
  folded,
}: {
  player: PlayerIndex;
  cards: readonly Card[];
  folded: boolean;
}): ReactElement {
  const { replay } = useReplay();
  const count = HOLE_CARDS[replay.hand.game];
  if (cards.length > 0) {
    return (
      <div className={styles.cards} data-count={count}>
        <CardRow cards={[...cards].sort((a, b) => b - a)} label={formatHand(cards)} />
      </div>
    );
  }
  // Cards that were folded unseen are gone from the table.
  return (
    <div className={styles.cards} data-count={count} data-backs="true">
      {folded ? null : (
        <span className={styles.backs} role="img" aria-label={words.unseen}>
          {Array.from({ length: count }, (_, card) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the backs of cards have no other identity
            <span key={`${player}-${card}`} />
          ))}
        </span>
      )}
    </div>
  );
}

/** Places of a lying and of a standing table; the style sheet takes the one that fits the screen. */
export function placed(x: number, y: number, tallX: number, tallY: number): Record<string, string> {
  const share = (value: number): string => `${(value * 100).toFixed(2)}%`;
  return { '--x': share(x), '--y': share(y), '--tall-x': share(tallX), '--tall-y': share(tallY) };
}
