/** Where a card is dealt: the deck, to choose the one to go on with. */
import type { ReactElement } from 'react';
import { text } from '../../../../text/en.ts';
import { solveText } from '../../../../text/solve.ts';
import { CardGrid } from '../../../../ui/card-grid.tsx';
import { useSolve } from '../solve-context.tsx';
import type { Step } from '../state.ts';
import type { SightSummary } from '../work/protocol.ts';
import styles from './strategy.module.css';

const words = solveText.strategy;
const NONE: ReadonlySet<number> = new Set();

export function NextCard({ sight, line }: { sight: SightSummary; line: readonly Step[] }): ReactElement | null {
  const { study, say } = useSolve();
  const { next, place } = sight;
  if (next === null) return null;
  const nameOf = (card: number): string => text.cardName(card >> 2, card & 3);
  const back = line.at(-1)?.from;
  return (
    <div className={styles.nextCard}>
      <p className={styles.quiet}>{words.ends.deal}</p>
      <CardGrid
        label={words.pickCard}
        selected={NONE}
        taken={new Map(sight.known.map((card) => [card, words.cannotCome]))}
        full={false}
        nameOf={nameOf}
        onToggle={(card) => {
          const step: Step = { kind: 'card', label: nameOf(card), card, from: place };
          study.computing.look({ place: { dealt: [...place.dealt, card], node: next }, again: false }, [...line, step]);
        }}
        onTaken={say}
        onFull={() => {}}
        onDone={() => {
          if (back !== undefined) study.computing.look({ place: back, again: false }, line.slice(0, -1));
        }}
      />
    </div>
  );
}
