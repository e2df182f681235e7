/** The line that leads to the node looked at; every step leads back to where it was taken. */
import type { ReactElement } from 'react';
import { solveText } from '../../../../text/solve.ts';
import { CardRow } from '../../../../ui/playing-card.tsx';
import { useSolve } from '../solve-context.tsx';
import type { Step } from '../state.ts';
import type { Place, SightSummary } from '../work/protocol.ts';
import styles from './strategy.module.css';

const words = solveText.strategy;

export function LineBar({ line, sight }: { line: readonly Step[]; sight: SightSummary }): ReactElement {
  const { study } = useSolve();
  // The street that was solved again is walked as it was solved again.
  const isAgain = (place: Place): boolean => sight.again && place.dealt.length === sight.place.dealt.length;
  const stops = [
    { key: 'start', label: words.start, cards: null, place: line[0]?.from ?? sight.place },
    ...line.map((step, index) => ({
      key: `${index} ${step.label}`,
      label: step.label,
      cards: step.cards,
      place: line[index + 1]?.from ?? sight.place,
    })),
  ];
  return (
    <nav aria-label={words.line}>
      <ol className={styles.line}>
        {stops.map(({ key, label, cards, place }, index) => (
          <li key={key}>
            <button
              type="button"
              className={styles.stop}
              aria-current={index === stops.length - 1 ? 'step' : undefined}
              onClick={() => study.computing.look({ place, again: isAgain(place) }, line.slice(0, index))}
            >
              {cards === null ? label : <CardRow cards={cards} label={label} />}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
