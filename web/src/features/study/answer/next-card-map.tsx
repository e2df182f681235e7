/**
 * Equity by the next card: the deck as a map, warm below the equity of now and green above it. A real table, so that
 * it reads without colour; one tab stop, arrows move, and a card that is chosen is dealt to the board.
 */
import { useMediaQuery } from '@mantine/hooks';
import { type CSSProperties, type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import { formatPct } from '../../../lib/format-number.ts';
import { text } from '../../../text/en.ts';
import { PlayingCard, RANK_LETTERS } from '../../../ui/playing-card.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { SUIT_LETTERS, Suit } from '../../../ui/suit.tsx';
import { cardName } from '../editor/field-report.ts';
import type { Answered } from '../state.ts';
import { useStudy } from '../study-context.tsx';
import styles from './next-card-map.module.css';

const RANKS = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
const SUITS = [3, 2, 1, 0];

export function NextCardMap({ answered }: { answered: Answered }): ReactElement {
  const { players } = answered.answer;
  const boards = (players[0]?.nextCards ?? []).flatMap((cards, at) => (Object.keys(cards).length > 0 ? [at] : []));
  const [player, setPlayer] = useState(0);
  const [board, setBoard] = useState(0);
  const boardAt = boards.includes(board) ? board : (boards[0] ?? 0);
  const playerAt = player < players.length ? player : 0;
  const shown = players[playerAt];
  return (
    <div className={styles.map}>
      <div className={styles.choices}>
        <Segments
          label={text.detail.nextOf}
          value={String(playerAt)}
          onChange={(value) => setPlayer(Number(value))}
          options={players.map((_, at) => ({ value: String(at), label: text.spot.player(answered.rows[at] ?? at) }))}
        />
        {boards.length > 1 ? (
          <Segments
            label={text.detail.nextOn}
            value={String(boardAt)}
            onChange={(value) => setBoard(Number(value))}
            options={boards.map((at) => ({ value: String(at), label: at === 0 ? text.spot.board1 : text.spot.board2 }))}
          />
        ) : null}
      </div>
      {shown ? (
        <Heat
          label={text.detail.nextCaption(text.spot.player(answered.rows[playerAt] ?? playerAt))}
          equities={shown.nextCards?.[boardAt] ?? {}}
          now={shown.boards[boardAt]?.equity ?? shown.equity}
          field={boardAt === 0 ? 'board' : 'board2'}
        />
      ) : null}
    </div>
  );
}

function Heat(props: {
  label: string;
  equities: Readonly<Record<string, number>>;
  now: number;
  field: 'board' | 'board2';
}): ReactElement {
  const { study } = useStudy();
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const [at, setAt] = useState<number | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const equityOf = (card: number): number | undefined => props.equities[cardName(card)];
  const live = Array.from({ length: 52 }, (_, card) => card).filter((card) => equityOf(card) !== undefined);
  const farthest = Math.max(0.0001, ...live.map((card) => Math.abs((equityOf(card) ?? 0) - props.now)));
  const stop = at !== null && live.includes(at) ? at : (live.at(-1) ?? 0);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = stepOf(event.key, wide);
    if (step === null) return;
    event.preventDefault();
    let next = stop;
    do next = nextCard(next, step);
    while (next >= 0 && !live.includes(next));
    if (next < 0) return;
    setAt(next);
    table.current?.querySelector<HTMLButtonElement>(`[data-card="${next}"]`)?.focus();
  };
  const cell = (card: number): ReactElement => {
    const equity = equityOf(card);
    if (equity === undefined) return <td key={card} className={styles.none} aria-label={text.detail.dead} />;
    const delta = (equity - props.now) / farthest;
    const style = { '--heat': `${Math.abs(delta) * 62}%`, '--to': `var(--heat-${delta < 0 ? 'low' : 'high'})` };
    return (
      <td key={card}>
        <button
          type="button"
          className={styles.cell}
          style={style as CSSProperties}
          data-card={card}
          tabIndex={card === stop ? 0 : -1}
          aria-label={text.detail.nextCell(text.cardName(card >> 2, card & 3), formatPct(equity))}
          onMouseEnter={() => setAt(card)}
          onFocus={() => setAt(card)}
          onClick={() => study.toggleCard(props.field, card)}
        >
          {formatPct(equity, 1)}
        </button>
      </td>
    );
  };
  const suitHead = (suit: number, scope: 'row' | 'col'): ReactElement => (
    <th key={suit} scope={scope} className={styles.suit} data-suit={suit}>
      <Suit suit={suit} />
      <span className="visually-hidden">{SUIT_LETTERS[suit]}</span>
    </th>
  );
  const rankHead = (rank: number, scope: 'row' | 'col'): ReactElement => (
    <th key={rank} scope={scope}>
      {RANK_LETTERS[rank]}
    </th>
  );
  return (
    <>
      <table ref={table} className={styles.table} onKeyDown={onKeyDown}>
        <caption className="visually-hidden">{props.label}</caption>
        <thead>
          <tr>
            <td />
            {wide ? RANKS.map((rank) => rankHead(rank, 'col')) : SUITS.map((suit) => suitHead(suit, 'col'))}
          </tr>
        </thead>
        <tbody>
          {wide
            ? SUITS.map((suit) => (
                <tr key={suit}>
                  {suitHead(suit, 'row')}
                  {RANKS.map((rank) => cell(rank * 4 + suit))}
                </tr>
              ))
            : RANKS.map((rank) => (
                <tr key={rank}>
                  {rankHead(rank, 'row')}
                  {SUITS.map((suit) => cell(rank * 4 + suit))}
                </tr>
              ))}
        </tbody>
      </table>
      <Readout card={at} equity={at === null ? undefined : equityOf(at)} now={props.now} />
    </>
  );
}

function Readout(props: { card: number | null; equity: number | undefined; now: number }): ReactElement {
  const { card, equity, now } = props;
  if (card === null || equity === undefined) {
    return <p className={styles.readout}>{text.detail.nextHint(formatPct(now))}</p>;
  }
  const delta = equity - now;
  return (
    <p className={styles.readout}>
      <PlayingCard card={card} size="s" /> <b>{formatPct(equity)}%</b>{' '}
      <span>
        {delta >= 0 ? '+' : '−'}
        {formatPct(Math.abs(delta))}
      </span>
    </p>
  );
}

interface Step {
  readonly rank: number;
  readonly suit: number;
}

function stepOf(key: string, wide: boolean): Step | null {
  const across = wide ? { rank: -1, suit: 0 } : { rank: 0, suit: -1 };
  const down = wide ? { rank: 0, suit: -1 } : { rank: -1, suit: 0 };
  if (key === 'ArrowRight') return across;
  if (key === 'ArrowLeft') return { rank: -across.rank, suit: -across.suit };
  if (key === 'ArrowDown') return down;
  return key === 'ArrowUp' ? { rank: -down.rank, suit: -down.suit } : null;
}

/** The card one step on, or -1 beyond the edge. */
function nextCard(card: number, step: Step): number {
  const rank = (card >> 2) + step.rank;
  const suit = (card & 3) + step.suit;
  return rank < 0 || rank > 12 || suit < 0 || suit > 3 ? -1 : rank * 4 + suit;
}
