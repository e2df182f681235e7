/** A pasted hand, replayed without being stored. Nothing of it leaves the browser. */
import { DEFAULT_PROFILE, type Replay } from '@ploscope/poker';
import { type ReactElement, useMemo, useState } from 'react';
import { useTitle } from '../../../lib/use-title.ts';
import { handsText } from '../../../text/hands.ts';
import { Button } from '../../../ui/button.tsx';
import hands from '../hands.module.css';
import panel from '../import/import.module.css';
import { firstHand } from './first-hand.ts';
import { handFacts, handTitle } from './hand-title.ts';
import { handedText, handOverText } from './handed-text.ts';
import styles from './replay.module.css';
import { Replayer } from './replayer.tsx';

const words = handsText.replay;

export function PastedPage(): ReactElement {
  useTitle(words.pasted);
  const [text, setText] = useState(handedText);
  const [written, setWritten] = useState('');
  const read = useMemo(() => (text === '' ? null : firstHand(text)), [text]);
  if (read?.ok) return <Pasted replay={read.value} onAnother={() => setText('')} />;
  const show = (): void => {
    handOverText(written);
    setText(written);
  };
  return (
    <section className={hands.empty} aria-label={words.paste}>
      {read === null ? (
        <p>{words.nothing}</p>
      ) : (
        <p className={styles.failure} role="alert">
          {words.unreadable(read.error)}
        </p>
      )}
      <label className={panel.paste}>
        <span>{words.paste}</span>
        <textarea
          rows={10}
          value={written}
          placeholder={handsText.import.pastePlaceholder}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setWritten(event.target.value)}
        />
      </label>
      <div className={styles.tools}>
        <Button look="primary" icon="play" disabled={written.trim() === ''} onClick={show}>
          {words.replay}
        </Button>
      </div>
    </section>
  );
}

function Pasted({ replay, onAnother }: { replay: Replay; onAnother: () => void }): ReactElement {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.title}>
          <h2>{handTitle(replay.hand)}</h2>
          <p>{handFacts(replay.hand)}</p>
          <p>{words.notStored}</p>
        </div>
        <Button onClick={onAnother}>{words.another}</Button>
      </div>
      <Replayer replay={replay} at={0} onAt={() => {}} reviews={[]} adjusted={null} profile={DEFAULT_PROFILE} />
    </div>
  );
}
