/** The table as it stands at one moment of the hand: boards and pot in the middle, bets before the players around it. */
import { formatCards, potOf } from '@ploscope/poker';
import type { ReactElement } from 'react';
import { handsText } from '../../../text/hands.ts';
import { CardRow, CardSlot } from '../../../ui/playing-card.tsx';
import { useReplay } from './replay-context.tsx';
import { placed, Seat } from './seat.tsx';
import { seatPlaces } from './seats.ts';
import { seenCards } from './seen-cards.ts';
import styles from './table.module.css';

const words = handsText.replay;
const BOARD_CARDS = 5;

export function TableView({ equities }: { equities: readonly (number | null)[] | null }): ReactElement {
  const { replay, now, state, chips, open } = useReplay();
  const places = seatPlaces(replay.hand, 'wide');
  const tall = seatPlaces(replay.hand, 'tall');
  const cards = seenCards(replay, now.at, open);
  return (
    <section className={styles.felt} aria-label={words.table} data-seats={places.length}>
      <div className={styles.rim} />
      <Middle />
      <ul className={styles.seats}>
        {places.map((place, index) => (
          <Seat
            key={place.player}
            place={place}
            tall={tall[index] ?? place}
            cards={cards[place.player] ?? []}
            equity={equities?.[place.player] ?? null}
          />
        ))}
      </ul>
      {places.map(({ player, betX, betY }, index) => {
        const bet = now.isEnd ? 0 : (state.bets[player] ?? 0);
        const other = tall[index];
        return bet === 0 ? null : (
          <span
            key={player}
            className={styles.bet}
            style={placed(betX, betY, other?.betX ?? betX, other?.betY ?? betY)}
          >
            {chips(bet)}
          </span>
        );
      })}
    </section>
  );
}

function Middle(): ReactElement {
  const { replay, now, state, chips } = useReplay();
  const inBets = state.bets.reduce((sum, bet) => sum + bet, 0);
  const { pots } = replay.settlement;
  return (
    <div className={styles.middle}>
      <p className={styles.pot}>
        <span>{words.pot}</span>{' '}
        <b>{chips(now.isEnd ? pots.reduce((sum, pot) => sum + pot.chips, 0) : potOf(state))}</b>
        {inBets > 0 && !now.isEnd && potOf(state) > inBets ? <small>{chips(potOf(state) - inBets)}</small> : null}
      </p>
      <div className={styles.boards} data-count={state.boards.length}>
        {state.boards.map((board, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a board is known by its place
            key={index}
            className={styles.board}
          >
            {board.length === 0 ? (
              <span className="visually-hidden">{words.boardEmpty}</span>
            ) : (
              <CardRow
                cards={board}
                size="m"
                label={`${state.boards.length > 1 ? words.boardOf(index + 1) : words.board}: ${formatCards(board)}`}
              />
            )}
            {Array.from({ length: BOARD_CARDS - board.length }, (_, slot) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an empty place
              <CardSlot key={slot} size="m" />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
