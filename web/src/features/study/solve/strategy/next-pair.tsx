/**
 * Where a card is dealt on each of two boards: one deck for both. A card that is picked goes to the board at hand, and the
 * deck to the other one; with both it goes on. A board's place is pressed to pick its card again.
 */
import { pairOf } from '@ploscope/kernel';
import { type ReactElement, useRef, useState } from 'react';
import { solveText } from '../../../../text/solve.ts';
import { CardGrid } from '../../../../ui/card-grid.tsx';
import { CardSlot, PlayingCard } from '../../../../ui/playing-card.tsx';
import { useSolve } from '../solve-context.tsx';
import own from './boards.module.css';
import styles from './strategy.module.css';
import { cardName, type DealProps, useDealing } from './use-dealing.ts';

const words = solveText.strategy;
const BOARDS = [0, 1] as const;

type Picked = readonly [number | null, number | null];

export function NextPair({ sight, line }: DealProps): ReactElement {
  const { say } = useSolve();
  const { deal, back } = useDealing(sight, line);
  const [picked, setPicked] = useState<Picked>([null, null]);
  const [board, setBoard] = useState<0 | 1>(0);
  const deck = useRef<HTMLDivElement>(null);
  const other = board === 0 ? 1 : 0;
  const otherCard = picked[other];

  const pick = (card: number): void => {
    if (otherCard === null) {
      setPicked(board === 0 ? [card, null] : [null, card]);
      setBoard(other);
      return;
    }
    const [first, second] = board === 0 ? [card, otherCard] : [otherCard, card];
    setPicked([first, second]);
    deal(pairOf(first, second), [first, second], words.pair(cardName(first), cardName(second)));
  };
  const choose = (at: 0 | 1): void => {
    setPicked(at === 0 ? [null, picked[1]] : [picked[0], null]);
    setBoard(at);
    deck.current?.querySelector<HTMLButtonElement>('[tabindex="0"]')?.focus();
  };
  const giveBack = (): void => {
    if (otherCard === null) back();
    else choose(other);
  };
  const taken = new Map<number, string>(sight.known.map((card) => [card, words.cannotCome]));
  if (otherCard !== null) taken.set(otherCard, words.otherBoard);
  return (
    <div className={styles.nextCard}>
      <p className={styles.quiet}>{words.endOfTwo}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as one */}
      <div className={own.pair} role="group" aria-label={words.cardsToCome}>
        {BOARDS.map((at) => {
          const card = picked[at];
          return (
            <button
              key={at}
              type="button"
              className={own.pairBoard}
              aria-pressed={board === at}
              aria-label={words.toCome(at + 1, card === null ? null : cardName(card))}
              onClick={() => choose(at)}
            >
              <span className={own.pairName}>{words.board(at + 1)}</span>
              <span className={own.pairCards}>
                {sight.boards[at]?.map((there) => (
                  <PlayingCard key={there} card={there} size="s" />
                ))}
                {card === null ? <CardSlot size="s" /> : <PlayingCard card={card} size="s" />}
              </span>
            </button>
          );
        })}
      </div>
      <p className="visually-hidden" aria-live="polite">
        {otherCard === null ? '' : words.chosenOn(cardName(otherCard), other + 1, board + 1)}
      </p>
      <div ref={deck}>
        <CardGrid
          label={words.pickCardOn(board + 1)}
          selected={new Set(otherCard === null ? [] : [otherCard])}
          taken={taken}
          full={false}
          nameOf={cardName}
          onToggle={pick}
          onTaken={say}
          onFull={() => {}}
          onDone={giveBack}
        />
      </div>
    </div>
  );
}
