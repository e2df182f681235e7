/** A hand on one line: when, at what stakes, with which cards, what was done, and what came of it. */
import type { HandLine } from '@ploscope/contracts';
import { GAME_NAMES, isGame } from '@ploscope/poker';
import { Link } from '@tanstack/react-router';
import { memo, type ReactElement, useEffect, useRef } from 'react';
import { handsText } from '../../../text/hands.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Cards } from '../cards.tsx';
import { formatFigure, formatSigned, type Unit } from '../money.ts';
import styles from './list.module.css';

const MOMENT = new Intl.DateTimeFormat('en', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const WHOLE = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });

export interface HandRowProps {
  readonly hand: HandLine;
  readonly unit: Unit;
  readonly onDelete: (id: string) => void;
}

export const HandRow = memo(function HandRow({ hand, unit, onDelete }: HandRowProps): ReactElement {
  const { id, net, adjusted, evLost, review } = hand;
  const name = `${hand.stakes} ${hand.cards}`;
  return (
    <li className={styles.row} data-testid="hand-row">
      <Link to="/hands/$id" params={{ id }} className={styles.open} data-hand={id} aria-label={nameOf(hand, unit)}>
        <time className={styles.time} dateTime={hand.playedAt ?? undefined} title={wholeTime(hand.playedAt)}>
          {hand.playedAt === null ? handsText.noTime : shortTime(new Date(hand.playedAt))}
        </time>
        <span className={styles.stakes}>
          {gameName(hand.game)} {hand.stakes}
        </span>
        <span className={styles.position}>{positionName(hand.position)}</span>
        <span className={styles.hole}>
          <Cards text={hand.cards} isHand />
        </span>
        <span className={styles.boards}>
          <Cards text={hand.board} />
          {hand.board2 === null ? null : <Cards text={hand.board2} />}
        </span>
        <span className={styles.line} title={hand.line}>
          {hand.line}
        </span>
        <span className={styles.potType}>{handsText.filter.words.pot?.[hand.potType] ?? hand.potType}</span>
        <span className={styles.pot}>{formatFigure(hand.pot, hand, unit)}</span>
        <span className={styles.net} data-sign={net === null ? 0 : Math.sign(net)}>
          {net === null ? '' : formatSigned(net, hand, unit)}
        </span>
        <span className={styles.adjusted}>{adjusted === null ? '' : formatSigned(adjusted, hand, unit)}</span>
        <span className={styles.evLost} data-review={review} title={handsText.reviewStates[review]}>
          {evLost === null ? '' : formatFigure(evLost, hand, unit)}
        </span>
      </Link>
      <span className={styles.remove}>
        <IconButton icon="bin" label={handsText.deleteOf(name)} onClick={() => onDelete(id)} />
      </span>
    </li>
  );
});

export function LeavingRow({ hand, onUndo }: { hand: HandLine; onUndo: () => void }): ReactElement {
  const undo = useRef<HTMLButtonElement>(null);
  const name = `${hand.stakes} ${hand.cards}`;
  // The button that was pressed is gone: who goes by the keyboard stays in the list.
  useEffect(() => undo.current?.focus({ preventScroll: true }), []);
  return (
    <li className={styles.leaving}>
      <span role="status">{handsText.deleted}</span>
      <Button ref={undo} icon="undo" aria-label={handsText.undoOf(name)} onClick={onUndo}>
        {handsText.undo}
      </Button>
    </li>
  );
}

function positionName(position: string | null): string {
  return position === null ? '' : (handsText.filter.words.position?.[position] ?? position);
}

function gameName(game: string): string {
  return isGame(game) ? GAME_NAMES[game] : game;
}

/** The hour of this year's hands, the year of older ones. */
function shortTime(played: Date): string {
  return (played.getFullYear() === new Date().getFullYear() ? MOMENT : DAY).format(played);
}

function wholeTime(playedAt: string | null): string | undefined {
  return playedAt === null ? undefined : WHOLE.format(new Date(playedAt));
}

/** What is heard of the row. */
function nameOf(hand: HandLine, unit: Unit): string {
  const { playedAt, stakes, position, cards, board, potType, net } = hand;
  const parts = [
    playedAt === null ? handsText.noTime : WHOLE.format(new Date(playedAt)),
    stakes,
    position,
    cards,
    board === '' ? null : `${handsText.columns.board} ${board}`,
    potType,
    net === null ? null : `${handsText.columns.net} ${formatSigned(net, hand, unit)}`,
  ];
  return parts.filter(Boolean).join(', ');
}
