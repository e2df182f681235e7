/** Where a card is dealt: the deck, to choose the one to go on with. */
import type { ReactElement } from 'react';
import { solveText } from '../../../../text/solve.ts';
import { CardGrid } from '../../../../ui/card-grid.tsx';
import { useSolve } from '../solve-context.tsx';
import { NextPair } from './next-pair.tsx';
import styles from './strategy.module.css';
import { cardName, type DealProps, useDealing } from './use-dealing.ts';

const words = solveText.strategy;
const NONE: ReadonlySet<number> = new Set();

export function NextCard(props: DealProps): ReactElement | null {
  const { sight } = props;
  if (sight.next === null) return null;
  return sight.boards.length === 1 ? <NextOne {...props} /> : <NextPair key={sight.version} {...props} />;
}

function NextOne({ sight, line }: DealProps): ReactElement {
  const { say } = useSolve();
  const { deal, back } = useDealing(sight, line);
  return (
    <div className={styles.nextCard}>
      <p className={styles.quiet}>{words.ends.deal}</p>
      <CardGrid
        label={words.pickCard}
        selected={NONE}
        taken={new Map(sight.known.map((card) => [card, words.cannotCome]))}
        full={false}
        nameOf={cardName}
        onToggle={(card) => deal(card, [card], cardName(card))}
        onTaken={say}
        onFull={() => {}}
        onDone={back}
      />
    </div>
  );
}
