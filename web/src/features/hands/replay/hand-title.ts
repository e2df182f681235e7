/** What a hand is called above its replay, and what is said of it in small. */
import { GAME_NAMES, type PlayedHand } from '@ploscope/poker';
import { formatChips } from '../money.ts';

const WHOLE = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
const SITE_NAMES: Readonly<Record<PlayedHand['site'], string>> = {
  pokerstars: 'PokerStars',
  gg: 'GGPoker',
  ignition: 'Ignition',
  '888': '888poker',
  winamax: 'Winamax',
  phh: 'PHH',
  ohh: 'Open Hand History',
};

export function handTitle({ game, money, smallBlind, bigBlind, ante }: PlayedHand): string {
  const scale = { ...money, bigBlind };
  const blinds = [smallBlind, bigBlind].filter((chips) => chips > 0).map((chips) => formatChips(chips, scale, 'money'));
  const stakes = ante > 0 ? [...blinds, `(${formatChips(ante, scale, 'money')})`].join('/') : blinds.join('/');
  return `${GAME_NAMES[game]} ${stakes}`;
}

export function handFacts({ site, id, table, playedAt, tournament }: PlayedHand): string {
  const parts = [
    playedAt === null ? '' : WHOLE.format(new Date(playedAt)),
    SITE_NAMES[site],
    tournament === null ? '' : [tournament.buyIn, tournament.id].filter(Boolean).join(' '),
    table,
    id === '' ? '' : `#${id}`,
  ];
  return parts.filter(Boolean).join(' · ');
}
