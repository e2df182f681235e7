/** The tab's title while a page is shown. */
import { useEffect } from 'react';
import { text } from '../text/en.ts';

export function useTitle(page: string): void {
  useEffect(() => {
    document.title = text.app.titleOf(page);
  }, [page]);
}
