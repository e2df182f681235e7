/** Where the link of a mail leads: proves the address at once. */
import { type Called, ROUTES } from '@ploscope/contracts';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useEffect, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { usePlayer } from '../../lib/api/who.ts';
import { accountText } from '../../text/account.ts';
import styles from './account.module.css';
import { tokenOfAddress } from './checks.ts';
import { Note, Page } from './frame.tsx';

const words = accountText.verify;

/** A token works once: two mounts of one page share the one question. */
let asked: { readonly token: string; readonly answer: Promise<Called<unknown>> } | null = null;

function prove(token: string): Promise<Called<unknown>> {
  if (asked?.token !== token) asked = { token, answer: api.call(ROUTES.verifyEmail, { body: { token } }) };
  return asked.answer;
}

export function VerifyEmailPage(): ReactElement {
  const [token] = useState(tokenOfAddress);
  const [answer, setAnswer] = useState<Called<unknown> | null>(null);
  const player = usePlayer();
  useEffect(() => {
    if (token === null) return;
    let gone = false;
    void prove(token).then((next) => {
      if (gone) return;
      setAnswer(next);
      if (next.ok) void api.learn();
    });
    return () => {
      gone = true;
    };
  }, [token]);
  const failure =
    token === null ? words.noToken : answer !== null && !answer.ok ? [answer.error.message, answer.error.hint] : null;
  const said = failure === null ? (answer === null ? words.working : words.done) : [failure].flat().join(' ');
  return (
    <Page title={words.title} narrow>
      <Note words={said} tone={failure !== null ? 'bad' : answer === null ? 'plain' : 'good'} />
      <p className={styles.links}>
        <Link className={styles.link} to={player === null ? '/account/sign-in' : '/account'}>
          {player === null ? words.toSignIn : words.toAccount}
        </Link>
      </p>
    </Page>
  );
}
