/** Pages that say what went wrong and what to do: an unknown address, and a page that broke. */
import { Link } from '@tanstack/react-router';
import { type ReactElement, useEffect } from 'react';
import { text } from '../text/en.ts';
import { Button } from '../ui/button.tsx';
import styles from './message-pages.module.css';

export function NotFoundPage(): ReactElement {
  useTitle(text.app.notFoundTitle);
  return (
    <main id="main" className={styles.page}>
      <h1>{text.app.notFoundTitle}</h1>
      <p>{text.app.notFound}</p>
      <Link to="/study/equity" className={styles.link}>
        {text.app.toStudy}
      </Link>
    </main>
  );
}

export function BrokenPage(): ReactElement {
  useTitle(text.app.brokeTitle);
  return (
    <main id="main" className={styles.page}>
      <h1>{text.app.brokeTitle}</h1>
      <p>{text.app.broke}</p>
      <Button look="primary" onClick={() => window.location.reload()}>
        {text.app.reload}
      </Button>
    </main>
  );
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = text.app.titleOf(title);
  }, [title]);
}
