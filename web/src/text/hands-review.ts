/** Sentences of the review of hands. */
export const handReviewText = {
  title: 'Review',
  loading: 'Reading the reviews…',
  queued: (hands: number) => (hands === 1 ? '1 hand is queued.' : `${hands} hands are queued.`),
  noneQueued: 'Nothing was queued.',
  skipped: (hands: number, reason: string) => `${hands === 1 ? '1 hand' : `${hands} hands`} left out: ${reason}`,
} as const;
