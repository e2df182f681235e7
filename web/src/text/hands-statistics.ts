/** Sentences of the statistics of hands. */
export const statisticsText = {
  title: 'Statistics',
  loading: 'Counting…',
} as const;
