/** What the hand came to: pots and rake, and what each player won or lost. */
import type { ReactElement } from 'react';
import { handsText } from '../../../text/hands.ts';
import { useReplay } from './replay-context.tsx';
import styles from './result.module.css';

const words = handsText.replay;

/** `adjusted`: what each player would have won on average from the moment of the all-in; null where it is not known. */
export function ResultTable({ adjusted }: { adjusted: readonly number[] | null }): ReactElement {
  const { replay, course, chips, signed } = useReplay();
  const { hand, settlement } = replay;
  const { pots, rake, returned, net, stacks } = settlement;
  return (
    <section className={styles.result} aria-label={words.result}>
      <h2>{words.result}</h2>
      <p className={styles.pots}>
        {pots.map((pot, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a pot is known by its place
          <span key={index}>{words.potLine(potName(index, pots.length), chips(pot.chips))}</span>
        ))}
        <span>{rake === 0 ? words.noRake : `${words.rake} ${chips(rake)}`}</span>
        {returned.some((back) => back > 0) ? (
          <span>{words.returned(chips(returned.reduce((sum, back) => sum + back, 0)))}</span>
        ) : null}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.player}</th>
            <th scope="col">{words.start0}</th>
            <th scope="col">{words.end0}</th>
            <th scope="col">{words.net}</th>
            {adjusted === null ? null : <th scope="col">{words.adjusted}</th>}
          </tr>
        </thead>
        <tbody>
          {hand.players.map((player, index) => (
            <tr key={player.seat} data-own={index === hand.hero}>
              <th scope="row">
                <span>{course.positions[index]}</span> {player.name}
              </th>
              <td>{chips(player.stack)}</td>
              <td>{chips(stacks[index] ?? 0)}</td>
              <td data-sign={Math.sign(net[index] ?? 0)}>{signed(net[index] ?? 0)}</td>
              {adjusted === null ? null : <td>{signed(adjusted[index] ?? 0)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function potName(index: number, count: number): string {
  if (index === 0) return count === 1 ? words.pot : words.mainPot;
  return count === 2 ? words.onlySidePot : words.sidePot(index);
}
