/** Where one is signed in, and ending that: one session, or all of them. */
import { ROUTES, type Session } from '@ploscope/contracts';
import { type ReactElement, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { useAnswer } from '../../lib/api/use-answer.ts';
import { accountText } from '../../text/account.ts';
import { Button } from '../../ui/button.tsx';
import styles from './account.module.css';
import { Card, Note, type Tone } from './frame.tsx';
import { formatMoment } from './instants.ts';
import { readUserAgent } from './user-agent.ts';

const words = accountText.sessions;

export function SessionsCard(): ReactElement {
  const { value, error, again } = useAnswer(ROUTES.sessions);
  const [said, setSaid] = useState<{ readonly words: string; readonly tone: Tone }>({ words: '', tone: 'plain' });
  const end = async ({ id, current }: Session): Promise<void> => {
    const answer = await api.call(ROUTES.revokeSession, { params: { id } });
    if (!answer.ok) setSaid({ words: answer.error.message, tone: 'bad' });
    else if (current) api.forget();
    else {
      setSaid({ words: words.ended, tone: 'good' });
      again();
    }
  };
  const endAll = async (): Promise<void> => {
    const answer = await api.call(ROUTES.logoutEverywhere, {});
    if (answer.ok) api.forget();
    else setSaid({ words: answer.error.message, tone: 'bad' });
  };
  return (
    <Card title={words.title} aside={<Button onClick={() => void endAll()}>{words.everywhere}</Button>}>
      <p className={styles.quiet}>{error === null ? words.note : error.message}</p>
      <Note {...said} />
      <ul className={styles.rows}>
        {(value?.sessions ?? []).map((session) => (
          <li key={session.id}>
            <div>
              <span className={styles.titled}>
                <span className={styles.strong}>{nameOf(session)}</span>
                {session.current ? (
                  <span className={styles.badge} data-good="true">
                    {words.current}
                  </span>
                ) : null}
              </span>
              <small>
                {session.address} · {words.used(formatMoment(session.usedAt))}
              </small>
            </div>
            {session.current ? null : (
              <Button aria-label={words.endOf(nameOf(session))} onClick={() => void end(session)}>
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function nameOf({ userAgent }: Session): string {
  const read = readUserAgent(userAgent);
  if (read !== null) return words.agent(read.browser, read.system);
  return userAgent === '' ? words.unknownAgent : userAgent.slice(0, 60);
}
