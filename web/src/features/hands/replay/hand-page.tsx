/** One stored hand, replayed from the place that the address names, with its reviews and its source. */
import { type HandOfPlayer, ROUTES, type WireError } from '@ploscope/contracts';
import { type PlayedHand, type Replay, type Result, replay } from '@ploscope/poker';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import { api } from '../../../lib/api/page-api.ts';
import { useTitle } from '../../../lib/use-title.ts';
import { handsText } from '../../../text/hands.ts';
import { IconButton } from '../../../ui/button.tsx';
import hands from '../hands.module.css';
import { neighbours } from '../list/hand-list.ts';
import { useProfile } from '../use-profile.ts';
import { WhoGate } from '../who-gate.tsx';
import { CopyLink } from './copy-link.tsx';
import { handFacts, handTitle } from './hand-title.ts';
import styles from './replay.module.css';
import { Replayer } from './replayer.tsx';
import { ReviewButton } from './review-button.tsx';
import { SourceText } from './source-text.tsx';

const words = handsText.replay;

interface Loaded {
  readonly hand: HandOfPlayer;
  readonly replay: Result<Replay, { readonly message: string }>;
}

export function HandPage(): ReactElement {
  useTitle(words.pasted);
  const { id } = useParams({ from: '/hands/$id' });
  return (
    <WhoGate>
      <Stored key={id} id={id} />
    </WhoGate>
  );
}

function Stored({ id }: { id: string }): ReactElement {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` grows when it is asked anew
  useEffect(() => {
    let gone = false;
    void api.call(ROUTES.hand, { params: { id } }).then((answer) => {
      if (gone) return;
      if (answer.ok) {
        setLoaded((now) => ({
          hand: answer.value,
          // Reviews come and go; the hand itself stays what it was.
          replay: now?.replay ?? replay(answer.value.document as PlayedHand),
        }));
      } else setError(answer.error);
    });
    return () => {
      gone = true;
    };
  }, [id, asked]);
  if (error !== null) {
    return (
      <div className={hands.empty}>
        <p role="alert">{error.code === 'not-found' || error.code === 'request' ? words.notFound : error.message}</p>
        <Link to="/hands" className={hands.link}>
          {words.toList}
        </Link>
      </div>
    );
  }
  if (loaded === null) return <p className={hands.quiet}>{words.loading}</p>;
  if (!loaded.replay.ok) {
    return (
      <p className={styles.failure} role="alert">
        {words.unreadable(loaded.replay.error.message)}
      </p>
    );
  }
  return <Opened hand={loaded.hand} replay={loaded.replay.value} onReviewed={() => setAsked(asked + 1)} />;
}

function Opened(props: { hand: HandOfPlayer; replay: Replay; onReviewed: () => void }): ReactElement {
  const { hand, replay: played, onReviewed } = props;
  const { id } = hand.line;
  const { at = 0 } = useSearch({ from: '/hands/$id' });
  const navigate = useNavigate();
  const { profile } = useProfile();
  const near = neighbours(id);
  const keep = useCallback((now: number): void => {
    // By the prototype's method: the router need not travel for every step.
    const url = new URL(window.location.href);
    if (now === 0) url.searchParams.delete('at');
    else url.searchParams.set('at', String(now));
    if (url.href !== window.location.href) {
      History.prototype.replaceState.call(window.history, window.history.state, '', url);
    }
  }, []);
  const go = (to: string | null): void => {
    if (to !== null) void navigate({ to: '/hands/$id', params: { id: to } });
  };
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.title}>
          <h2>{handTitle(played.hand)}</h2>
          <p>{handFacts(played.hand)}</p>
        </div>
        <div className={styles.tools}>
          <IconButton
            icon="up"
            label={words.previous}
            aria-disabled={near.previous === null}
            onClick={() => go(near.previous)}
          />
          <IconButton icon="down" label={words.next} aria-disabled={near.next === null} onClick={() => go(near.next)} />
          <CopyLink />
          <ReviewButton id={id} onQueued={onReviewed} />
        </div>
      </div>
      <Replayer replay={played} at={at} onAt={keep} reviews={hand.reviews} adjusted={hand.adjusted} profile={profile}>
        <SourceText id={id} />
      </Replayer>
    </div>
  );
}
