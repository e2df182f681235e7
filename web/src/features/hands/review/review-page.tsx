/** Hands → Review: what decisions cost, by solves of their spots; the costliest first. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useEffect, useState } from 'react';
import { usePlayer } from '../../../lib/api/who.ts';
import { createStore, useStore } from '../../../lib/store.ts';
import { useTitle } from '../../../lib/use-title.ts';
import { handsText } from '../../../text/hands.ts';
import { Button } from '../../../ui/button.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { EmptyRoom } from '../empty-room.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import hands from '../hands.module.css';
import { WhoGate } from '../who-gate.tsx';
import { CostliestList } from './costliest-list.tsx';
import { ProfileEditor } from './profile-editor.tsx';
import styles from './review.module.css';
import {
  hasHands,
  NO_REVIEWS,
  REVIEW_STATES,
  type ReviewList,
  type ReviewStateFilter,
  type Reviews,
  startReviewList,
} from './review-list.ts';
import { ReviewRow } from './review-row.tsx';
import { ReviewStart } from './review-start.tsx';

const words = handsText.reviews;
const NOTHING = createStore<Reviews>(NO_REVIEWS);

export function ReviewPage(): ReactElement {
  useTitle(handsText.review);
  return (
    <WhoGate>
      <Reviewing />
    </WhoGate>
  );
}

function Reviewing(): ReactElement {
  const { f: filter = '' } = useSearch({ from: '/hands/review' });
  const player = usePlayer();
  const navigate = useNavigate();
  const [state, setState] = useState<ReviewStateFilter>('all');
  const [list, setList] = useState<ReviewList | null>(null);
  const [some, setSome] = useState<boolean | null>(null);
  useEffect(() => {
    const opened = startReviewList(state);
    setList(opened);
    return () => opened.close();
  }, [state]);
  useEffect(() => void hasHands().then(setSome), []);
  const { rows, next, error } = useStore(list?.store ?? NOTHING, (now) => now);
  const show = (f: string): void =>
    void navigate({ to: '/hands/review', search: f === '' ? {} : { f }, replace: true });
  if (some === false) return <EmptyRoom />;
  return (
    <div className={styles.screen}>
      <p className={hands.quiet}>{words.intro}</p>
      {player?.guest ? (
        <p className={styles.notice}>
          {words.register}{' '}
          <Link className={hands.link} to="/account/register" search={{ next: '/hands/review' }}>
            {words.registerLink}
          </Link>
        </p>
      ) : (
        <>
          <FilterBar filter={filter} error={null} onFilter={show} />
          <ReviewStart filter={filter} onQueued={() => list?.refresh()} />
        </>
      )}
      {error === null ? null : (
        <p className={hands.failure} role="alert">
          {error.message}
        </p>
      )}
      {rows === null ? (
        error === null ? (
          <p className={hands.quiet}>{words.loading}</p>
        ) : null
      ) : (
        <>
          <CostliestList rows={rows} />
          <section className={styles.all} aria-label={words.all}>
            <div className={styles.allHead}>
              <h2>{words.all}</h2>
              <Segments
                label={words.state}
                value={state}
                onChange={setState}
                options={(['all', ...REVIEW_STATES] as const).map((value) => ({ value, label: words.states[value] }))}
              />
            </div>
            {rows.length === 0 ? <p className={hands.quiet}>{words.none}</p> : null}
            <ol className={styles.list}>
              {rows.map((line) => (
                <ReviewRow key={line.review.id} line={line} onDelete={() => list?.remove(line.review.id)} />
              ))}
            </ol>
            {next === null ? null : <Button onClick={() => list?.more()}>{words.more}</Button>}
          </section>
        </>
      )}
      <ProfileEditor />
    </div>
  );
}
