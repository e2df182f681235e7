/** A way to Study that keeps the page: an import that runs goes on. The fragment holds the spot. */
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactElement, ReactNode } from 'react';
import styles from './hands.module.css';

export interface StudyLinkProps {
  readonly screen: 'equity' | 'solve';
  /** Without its `#`. */
  readonly permalink: string;
  readonly title?: string;
  readonly children: ReactNode;
}

export function StudyLink({ screen, permalink, title, children }: StudyLinkProps): ReactElement {
  const router = useRouter();
  const href = `/study/${screen}#${permalink}`;
  const onClick = (event: MouseEvent): void => {
    // Another tab is the browser's business.
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(href);
  };
  return (
    <a className={styles.link} href={href} title={title} onClick={onClick}>
      {children}
    </a>
  );
}
