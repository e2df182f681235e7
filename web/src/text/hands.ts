/** Every sentence of the room of hands; its parts stand beside. */
import { filterText } from './hands-filter.ts';
import { importText } from './hands-import.ts';
import { replayText } from './hands-replay.ts';
import { handReviewText } from './hands-review.ts';
import { statisticsText } from './hands-statistics.ts';

export const handsText = {
  title: 'Hands',
  tabs: 'Screens of hands',
  list: 'Hands',
  statistics: 'Statistics',
  review: 'Review',
  loading: 'Reading your hands…',
  none: 'No hands yet.',
  noneFound: 'No hand fits this filter.',
  clearFilter: 'Clear the filter',
  emptyTitle: 'Your own hands are the reason to study',
  emptyIntro: 'See where the money goes, replay what happened, and learn what each decision cost by an exact solve.',
  more: 'Show more hands',
  total: (count: string) => `${count} hands`,

  columns: {
    time: 'Time',
    stakes: 'Stakes',
    position: 'Pos',
    cards: 'Cards',
    board: 'Board',
    line: 'Line',
    potType: 'Pot type',
    pot: 'Pot',
    net: 'Result',
    adjusted: 'All-in adj.',
    evLost: 'EV lost',
  },
  sort: 'Sort',
  sorts: {
    newest: 'Newest first',
    oldest: 'Oldest first',
    won: 'Most won',
    lost: 'Most lost',
    pot: 'Largest pot',
    'ev-lost': 'Most EV lost',
  },
  unit: 'Amounts in',
  units: { bb: 'bb', money: 'Money' },
  noTime: 'no date',
  openHand: (what: string) => `Open hand ${what}`,
  deleteOf: (what: string) => `Delete hand ${what}`,
  deleted: 'Hand deleted.',
  undo: 'Undo',
  undoOf: (what: string) => `Undo deleting hand ${what}`,
  export: 'Export',
  exportPhh: 'PHH',
  exportPhhNote: 'Poker Hand History, of the hands of this filter',
  exportOhh: 'Open Hand History',
  exportOhhNote: 'JSON, of the hands of this filter',
  exportFile: (format: string) => `hands.${format}`,
  reviewStates: {
    none: '',
    waiting: 'Review waits',
    analysed: 'Reviewed',
    'no-solution': 'No solution',
    error: 'Review failed',
  },

  filter: filterText,
  import: importText,
  replay: replayText,
  stats: statisticsText,
  reviews: handReviewText,
} as const;
