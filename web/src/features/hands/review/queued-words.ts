/** What came of asking for reviews, in one sentence. */
import type { ReviewsQueued } from '@ploscope/contracts';
import { handsText } from '../../../text/hands.ts';

const words = handsText.reviews;

export function queuedWords({ queued, skipped }: ReviewsQueued): string {
  const left = skipped.map(({ hands, message }) => words.skipped(hands, message));
  return [queued === 0 ? words.noneQueued : words.queued(queued), ...left].join(' ');
}
