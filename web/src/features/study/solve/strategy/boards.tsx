/** Two boards with what was dealt since: the line alone does not say which card lies where. */
import type { ReactElement } from 'react';
import { solveText } from '../../../../text/solve.ts';
import { CardRow } from '../../../../ui/playing-card.tsx';
import type { SightSummary } from '../work/protocol.ts';
import styles from './boards.module.css';
import { cardName } from './use-dealing.ts';

const words = solveText.strategy;

export function Boards({ sight: { boards, place } }: { sight: SightSummary }): ReactElement | null {
  if (boards.length === 1 || place.dealt.length === 0) return null;
  return (
    <ul className={styles.boards}>
      {boards.map((cards, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a board is its place
        <li key={at}>
          <span>{words.board(at + 1)}</span>
          <CardRow cards={cards} label={cards.map(cardName).join(', ')} />
        </li>
      ))}
    </ul>
  );
}
