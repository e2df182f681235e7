/** Starts reviews of the hands of the filter: how many, and on which street each begins. */
import { ROUTES } from '@ploscope/contracts';
import { type ReactElement, useState } from 'react';
import { newKey } from '../../../lib/api/new-key.ts';
import { api } from '../../../lib/api/page-api.ts';
import { handsText } from '../../../text/hands.ts';
import { Button } from '../../../ui/button.tsx';
import { queuedWords } from './queued-words.ts';
import styles from './review.module.css';

const words = handsText.reviews;
const STREETS = ['flop', 'turn', 'river'] as const;
type Street = (typeof STREETS)[number];
const MOST = [10, 50, 200] as const;

export function ReviewStart({ filter, onQueued }: { filter: string; onQueued: () => void }): ReactElement {
  const [streets, setStreets] = useState<readonly Street[]>(['turn', 'river']);
  const [most, setMost] = useState<number>(MOST[0]);
  const [again, setAgain] = useState(false);
  const [villain, setVillain] = useState('');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const start = async (): Promise<void> => {
    if (busy || streets.length === 0) return;
    setBusy(true);
    setSaid('');
    const range = villain.trim();
    const body = { filter, most, streets: [...streets], again, ...(range === '' ? {} : { villain: range }) };
    const answer = await api.call(ROUTES.reviewHands, { body, idempotencyKey: newKey() });
    setSaid(
      answer.ok ? queuedWords(answer.value) : [answer.error.message, answer.error.hint].filter(Boolean).join(' '),
    );
    setBusy(false);
    if (answer.ok) onQueued();
  };
  const toggle = (street: Street): void =>
    setStreets(streets.includes(street) ? streets.filter((other) => other !== street) : [...streets, street]);
  return (
    <div className={styles.start}>
      <fieldset className={styles.choice}>
        <legend>{words.streets}</legend>
        {STREETS.map((street) => (
          <label key={street}>
            <input type="checkbox" checked={streets.includes(street)} onChange={() => toggle(street)} />
            {words.streetNames[street]}
          </label>
        ))}
      </fieldset>
      <label className={styles.choice}>
        <span>{words.most}</span>
        <select value={most} onChange={(event) => setMost(Number(event.target.value))}>
          {MOST.map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.choice}>
        <span>{words.villain}</span>
        <input
          className={styles.range}
          value={villain}
          placeholder={words.ofProfile}
          spellCheck={false}
          autoComplete="off"
          maxLength={2_000}
          onChange={(event) => setVillain(event.target.value)}
        />
      </label>
      <label className={styles.choice}>
        <input type="checkbox" checked={again} onChange={(event) => setAgain(event.target.checked)} />
        {words.again}
      </label>
      <Button look="primary" icon="tree" aria-disabled={busy || streets.length === 0} onClick={() => void start()}>
        {words.start}
      </Button>
      <p className={styles.said} role="status">
        {said}
      </p>
    </div>
  );
}
