/** Hands → Statistics. */
import type { ReactElement } from 'react';
import { useTitle } from '../../../lib/use-title.ts';
import { handsText } from '../../../text/hands.ts';
import { WhoGate } from '../who-gate.tsx';

export function StatisticsPage(): ReactElement {
  useTitle(handsText.statistics);
  return (
    <WhoGate>
      <p>{handsText.stats.loading}</p>
    </WhoGate>
  );
}
