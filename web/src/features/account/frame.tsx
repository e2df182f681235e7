/** What the screens of the account share: the page, a card, a line that is heard when it changes. */
import type { ReactElement, ReactNode } from 'react';
import { useTitle } from '../../lib/use-title.ts';
import styles from './account.module.css';

/** `narrow`: one form and nothing else. */
export function Page(props: { title: string; narrow?: boolean; children: ReactNode }): ReactElement {
  useTitle(props.title);
  return (
    <main id="main" tabIndex={-1} className={styles.page} data-narrow={props.narrow ?? false}>
      <h1>{props.title}</h1>
      {props.children}
    </main>
  );
}

export function Card(props: {
  title: string;
  badge?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <section className={styles.card} aria-label={props.title}>
      <div className={styles.head}>
        <div className={styles.titled}>
          <h2>{props.title}</h2>
          {props.badge}
        </div>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}

export type Tone = 'good' | 'bad' | 'plain';

/** Always there, so that a reader hears what it comes to say. */
export function Note({ words, tone = 'plain' }: { words: string; tone?: Tone }): ReactElement {
  return (
    <p className={styles.note} data-tone={tone} role="status">
      {words}
    </p>
  );
}
