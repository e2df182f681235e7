/** Hands → Review. */
import type { ReactElement } from 'react';
import { useTitle } from '../../../lib/use-title.ts';
import { handsText } from '../../../text/hands.ts';
import { WhoGate } from '../who-gate.tsx';

export function ReviewPage(): ReactElement {
  useTitle(handsText.review);
  return (
    <WhoGate>
      <p>{handsText.reviews.loading}</p>
    </WhoGate>
  );
}
