/** The ranges that reviews give players whose cards are not seen, situation by situation. */
import { ROUTES, type WireError } from '@ploscope/contracts';
import { checkProfile, DEFAULT_PROFILE, type RangeProfile } from '@ploscope/poker';
import { type ReactElement, useEffect, useState } from 'react';
import { api } from '../../../lib/api/page-api.ts';
import { handsText } from '../../../text/hands.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { useProfile } from '../use-profile.ts';
import styles from './review.module.css';

const words = handsText.reviews;

interface Line {
  readonly key: number;
  readonly situation: string;
  readonly range: string;
}

type Wrong = Pick<WireError, 'field' | 'message'>;

let made = 0;
const lineOf = (situation: string, range: string): Line => {
  made += 1;
  return { key: made, situation, range };
};
const linesOf = ({ ranges }: RangeProfile): readonly Line[] =>
  Object.entries(ranges).map(([situation, range]) => lineOf(situation, range));

export function ProfileEditor(): ReactElement {
  const { profile } = useProfile();
  const [name, setName] = useState(profile.name);
  const [lines, setLines] = useState<readonly Line[]>(() => linesOf(profile));
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [saved, setSaved] = useState(false);
  const take = (taken: RangeProfile): void => {
    setName(taken.name);
    setLines(linesOf(taken));
    setWrong(null);
    setSaved(false);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken when it comes, not at every stroke
  useEffect(() => take(profile), [profile]);
  const change = (key: number, part: Partial<Line>): void => {
    setSaved(false);
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  };
  const save = async (): Promise<void> => {
    const written = lines.filter(({ situation }) => situation.trim() !== '');
    const next: RangeProfile = {
      name,
      ranges: Object.fromEntries(written.map(({ situation, range }) => [situation.trim(), range])),
    };
    const checked = checkProfile(next);
    if (!checked.ok) {
      setWrong(checked.error);
      return;
    }
    const answer = await api.call(ROUTES.setRangeProfile, {
      body: { name: next.name, ranges: { ...next.ranges } },
    });
    setWrong(answer.ok ? null : answer.error);
    setSaved(answer.ok);
  };
  return (
    <details className={styles.profile}>
      <summary>{words.profile}</summary>
      <p className={styles.said}>{words.profileIntro}</p>
      <label className={styles.profileName}>
        <span>{words.profileName}</span>
        <input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </label>
      <ul className={styles.ranges}>
        {lines.map(({ key, situation, range }) => {
          const isWrong = wrong !== null && wrong.field === situation.trim();
          return (
            <li key={key}>
              <input
                value={situation}
                aria-label={words.situation}
                placeholder={words.situationPlaceholder}
                spellCheck={false}
                onChange={(event) => change(key, { situation: event.target.value })}
              />
              <input
                value={range}
                aria-label={words.rangeOf(situation)}
                aria-invalid={isWrong}
                spellCheck={false}
                onChange={(event) => change(key, { range: event.target.value })}
              />
              <IconButton
                icon="close"
                label={words.remove(situation)}
                onClick={() => setLines(lines.filter((line) => line.key !== key))}
              />
              {isWrong ? (
                <p className={styles.wrong} role="alert">
                  {wrong.message}
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
      <div className={styles.profileTools}>
        <Button icon="plus" onClick={() => setLines([...lines, lineOf('', '')])}>
          {words.add}
        </Button>
        <Button look="quiet" onClick={() => take(DEFAULT_PROFILE)}>
          {words.house}
        </Button>
        <Button look="primary" onClick={() => void save()}>
          {words.save}
        </Button>
        <p className={styles.said} role="status">
          {saved
            ? words.saved
            : wrong !== null && !lines.some(({ situation }) => situation === wrong.field)
              ? wrong.message
              : ''}
        </p>
      </div>
    </details>
  );
}
