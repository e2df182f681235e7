/** On a phone, the equities stay in sight at the foot of the screen while the spot above is edited. */
import { type CSSProperties, type ReactElement, useEffect, useState } from 'react';
import { formatPct } from '../../../lib/format-number.ts';
import { text } from '../../../text/en.ts';
import { toSpot } from '../spot/draft.ts';
import { draftOf, questionKey } from '../state.ts';
import { useStudyState } from '../study-context.tsx';
import { shownPlayers } from './shown-players.ts';
import styles from './summary.module.css';

export function Summary(): ReactElement | null {
  const draft = useStudyState(draftOf);
  const answered = useStudyState((state) => state.answered);
  const run = useStudyState((state) => state.run);
  const precision = useStudyState((state) => state.precision);
  const answerInSight = useInSight('answer');
  const { spot, rows } = toSpot(draft);
  const fresh = answered?.key === questionKey(spot, precision);
  const shown = shownPlayers({ draft, rows, answered, fresh, run });
  if (shown === null || answerInSight) return null;
  return (
    <button
      type="button"
      className={styles.summary}
      data-fresh={shown.kind === 'fresh'}
      aria-label={text.answer.toAnswer}
      onClick={() => document.getElementById('answer')?.scrollIntoView({ behavior: 'smooth', block: 'start' })}
    >
      {shown.players.map(({ row, equity }) => (
        <span
          key={row}
          className={styles.part}
          style={{ '--player': `var(--p${row + 1})`, '--equity': equity } as CSSProperties}
        >
          {formatPct(equity, shown.players.length > 4 ? 1 : 2)}
        </span>
      ))}
    </button>
  );
}

function useInSight(id: string): boolean {
  const [inSight, setInSight] = useState(true);
  useEffect(() => {
    const element = document.getElementById(id);
    if (element === null) return;
    const watch = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ?? true), {
      rootMargin: '0px 0px -120px 0px',
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [id]);
  return inSight;
}
