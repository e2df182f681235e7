/** What readers are told of statistics: names, definitions, what is counted and what is not. */
import type { StatisticGroup, StatisticText, StatisticUnit } from '../statistics/counting.ts';

const text = (name: string, definition: string, chance: string, taken: string, note = ''): StatisticText => ({
  name,
  definition,
  chance,
  taken,
  note,
});

type PostflopStreet = 'flop' | 'turn' | 'river';

const open = (name: string, who: string): StatisticText =>
  text(
    name,
    `How often ${who} raises when everybody before has folded.`,
    'Everybody before folded and a raise was possible.',
    'Raised.',
    'Hands of three or more players. Limps before, and late blinds that are played, take the chance away; straddled hands count.',
  );

const BEFORE: Readonly<Record<PostflopStreet, string>> = {
  flop: 'before the flop',
  turn: 'on the flop',
  river: 'on the turn',
};

const cbet = (street: PostflopStreet): StatisticText =>
  street === 'flop'
    ? text(
        'C-bet flop',
        'How often the last raiser before the flop makes the first bet on it.',
        'Raised last before the flop, and nobody has bet when it is one’s turn.',
        'Bet.',
        'A bet by another player first takes the chance away, as does being all-in. Bomb pots and limped pots have none.',
      )
    : text(
        `C-bet ${street}`,
        `How often a player who made the continuation bet ${BEFORE[street]} makes the first bet on the ${street} too.`,
        `Made the continuation bet ${BEFORE[street]}, was not raised or raised again, and nobody has bet.`,
        'Bet.',
      );

const foldToCbet = (street: PostflopStreet): StatisticText =>
  text(
    `Fold to ${street} c-bet`,
    `How often a player folds to a continuation bet on the ${street}.`,
    'Faces a continuation bet that nobody has raised; others may have called it.',
    'Folded.',
  );

const raiseCbet = (street: PostflopStreet): StatisticText =>
  text(
    `Raise ${street} c-bet`,
    `How often a player raises a continuation bet on the ${street}.`,
    'Faces a continuation bet that nobody has raised, and has the chips to raise.',
    'Raised.',
  );

const foldToRaise = (street: PostflopStreet): StatisticText =>
  text(
    `Fold to ${street} raise`,
    `How often a player who made the first bet on the ${street} folds to a raise of it.`,
    `Made the first bet on the ${street} and faces one raise; others may have called it.`,
    'Folded.',
    'Check-raises and raises in position alike.',
  );

const donk = (street: PostflopStreet): StatisticText =>
  text(
    `Donk ${street}`,
    `How often a player bets the ${street} into whoever bet or raised last ${BEFORE[street]}.`,
    `Acts first on the ${street} with the last aggressor ${BEFORE[street]} still to act, and nobody has bet.`,
    'Bet.',
    'No chance where the aggressor is all-in.',
  );

const checkRaise = (street: PostflopStreet): StatisticText =>
  text(
    `Check-raise ${street}`,
    `How often a player raises on the ${street} after checking to a bet.`,
    'Checked, then faced a bet with the chips to raise it.',
    'Raised.',
    'Of checks that met a bet, not of all checks.',
  );

const probe = (street: 'turn' | 'river'): StatisticText =>
  text(
    `Probe ${street}`,
    `How often a player bets the ${street} out of position after the aggressor let the street before be checked through.`,
    `Nobody bet ${BEFORE[street]}; whoever had bet or raised last until then has yet to act; nobody has bet.`,
    'Bet.',
  );

const where = (street: PostflopStreet | null): string => (street === null ? 'after the flop came' : `on the ${street}`);

const frequency = (street: PostflopStreet | null): StatisticText =>
  text(
    street === null ? 'Aggression frequency' : `Aggression frequency ${street}`,
    `Share of bets and raises among all actions ${where(street)} that are not checks.`,
    'Every bet, raise, call and fold.',
    'Bets and raises.',
    'Counted by action, so a hand may count several times; the interval takes them as independent.',
  );

const factor = (street: PostflopStreet | null): StatisticText =>
  text(
    street === null ? 'Aggression factor' : `Aggression factor ${street}`,
    `Bets and raises ${where(street)} for each call.`,
    'Every bet, raise and call.',
    'Bets and raises.',
    'Has no value before the first call.',
  );

const cbetSize = (street: PostflopStreet): StatisticText =>
  text(
    `C-bet size ${street}`,
    `Mean size of continuation bets on the ${street}, in percent of the pot.`,
    'Every continuation bet.',
    'Its size in percent of the pot before it.',
  );

export const STATISTIC_TEXTS = {
  vpip: text(
    'VPIP',
    'How often a player puts chips into the pot by choice before the flop.',
    'Came to act before the flop.',
    'Called or raised.',
    'Walks do not count, nor do bomb pots and hands in which the blind was all-in. Posting a blind, a straddle or an ante is no choice.',
  ),
  pfr: text(
    'PFR',
    'How often a player raises before the flop.',
    'Came to act before the flop with the chips to raise, and somebody could answer it.',
    'Raised at least once.',
    'Going all-in for less than a full raise, but for more than a call, is a raise.',
  ),
  limp: text(
    'Limp',
    'How often a player just calls when nobody has raised.',
    'First action before the flop, with something to call and no raise yet.',
    'Called.',
    'Completing the small blind and calling behind other limpers count; the big blind’s check does not.',
  ),
  'limp-fold': text(
    'Limp-fold',
    'How often a player who limped folds to a raise.',
    'Limped, then faced one raise.',
    'Folded.',
  ),
  'cold-call': text(
    'Cold call',
    'How often a player with nothing in the pot calls a raise.',
    'First action before the flop, facing a raise, with no blind, straddle or late post in.',
    'Called.',
    'Calls of a 3-bet or 4-bet count too. Blinds never have the chance.',
  ),
  rfi: open('RFI', 'a player'),
  'rfi-early': open('RFI early', 'a player before the hijack'),
  'rfi-hj': open('RFI HJ', 'the hijack'),
  'rfi-co': open('RFI CO', 'the cutoff'),
  'rfi-btn': open('RFI BTN', 'the button'),
  'rfi-sb': open('RFI SB', 'the small blind'),
  '3-bet': text(
    '3-bet',
    'How often a player raises the first raise before the flop.',
    'Faces exactly one raise, with the chips to raise again.',
    'Raised.',
    'Squeezes and raises after a limp of one’s own count.',
  ),
  squeeze: text(
    'Squeeze',
    'How often a player raises a raise that somebody has called.',
    'Faces one raise with at least one caller, with the chips to raise again.',
    'Raised.',
  ),
  'fold-to-3-bet': text(
    'Fold to 3-bet',
    'How often the first raiser folds to a 3-bet.',
    'Made the first raise and faces the second.',
    'Folded.',
    'Players who had not raised are not counted, though some trackers do.',
  ),
  '4-bet': text(
    '4-bet',
    'How often a player raises a 3-bet.',
    'Faces exactly two raises, with the chips to raise again.',
    'Raised.',
    'Cold 4-bets count.',
  ),
  'fold-to-4-bet': text(
    'Fold to 4-bet',
    'How often a player who 3-bet folds to a 4-bet.',
    'Made the second raise and faces the third.',
    'Folded.',
  ),
  steal: text(
    'Steal',
    'How often a player raises first in from the cutoff, the button or the small blind.',
    'Everybody before folded, in one of these positions, and a raise was possible.',
    'Raised.',
    'Hands of three or more players without a straddle.',
  ),
  'fold-sb-to-steal': text(
    'Fold SB to steal',
    'How often the small blind folds to a steal.',
    'First action in the small blind, facing a raise first in from cutoff or button that nobody has called or raised.',
    'Folded.',
    'Hands of three or more players without a straddle.',
  ),
  'fold-bb-to-steal': text(
    'Fold BB to steal',
    'How often the big blind folds to a steal.',
    'First action in the big blind, facing a raise first in from cutoff, button or small blind that nobody has called or raised.',
    'Folded.',
    'Hands of three or more players without a straddle.',
  ),
  'cbet-flop': cbet('flop'),
  'cbet-turn': cbet('turn'),
  'cbet-river': cbet('river'),
  'delayed-cbet': text(
    'Delayed c-bet',
    'How often the last raiser before the flop, after the flop was checked through, makes the first bet on the turn.',
    'Raised last before the flop, nobody bet the flop, and nobody has bet the turn.',
    'Bet.',
  ),
  'fold-to-cbet-flop': foldToCbet('flop'),
  'fold-to-cbet-turn': foldToCbet('turn'),
  'fold-to-cbet-river': foldToCbet('river'),
  'raise-cbet-flop': raiseCbet('flop'),
  'raise-cbet-turn': raiseCbet('turn'),
  'raise-cbet-river': raiseCbet('river'),
  'fold-to-raise-flop': foldToRaise('flop'),
  'fold-to-raise-turn': foldToRaise('turn'),
  'fold-to-river-bet': text(
    'Fold to river bet',
    'How often a player folds to a bet on the river.',
    'Faces a bet on the river that nobody has raised, whoever made it.',
    'Folded.',
  ),
  'donk-flop': donk('flop'),
  'donk-turn': donk('turn'),
  'donk-river': donk('river'),
  'check-raise-flop': checkRaise('flop'),
  'check-raise-turn': checkRaise('turn'),
  'check-raise-river': checkRaise('river'),
  'probe-turn': probe('turn'),
  'probe-river': probe('river'),
  'bet-missed-cbet': text(
    'Bet against missed c-bet',
    'How often a player in position bets the flop when the last raiser before it has checked.',
    'Whoever raised last before the flop acts earlier and has checked, and nobody has bet.',
    'Bet.',
  ),
  'float-turn': text(
    'Float turn',
    'How often a player who called the flop’s continuation bet in position bets the turn when it is checked.',
    'Called a continuation bet on the flop in position, it was not raised, and whoever made it has checked the turn.',
    'Bet.',
  ),
  'aggression-frequency': frequency(null),
  'aggression-frequency-flop': frequency('flop'),
  'aggression-frequency-turn': frequency('turn'),
  'aggression-frequency-river': frequency('river'),
  'aggression-factor': factor(null),
  'aggression-factor-flop': factor('flop'),
  'aggression-factor-turn': factor('turn'),
  'aggression-factor-river': factor('river'),
  'saw-flop': text(
    'Saw flop',
    'How often a player sees the flop.',
    'Was dealt in.',
    'Had not folded when the flop came, all-in or not.',
    'The sample of this statistic is the number of hands. Bomb pots count.',
  ),
  wtsd: text(
    'WTSD',
    'How often a player who saw the flop goes to the showdown.',
    'Saw the flop, all-in or not.',
    'Had not folded at the end, and neither had somebody else.',
  ),
  w$sd: text(
    'W$SD',
    'How often a player wins chips at the showdown.',
    'Went to the showdown.',
    'Got chips out of a pot, be it a part of a side pot or half of a split one.',
    'Chips of one’s own that come back uncalled are no win, nor is what the house paid for cashing out.',
  ),
  wwsf: text(
    'WWSF',
    'How often a player who saw the flop wins chips.',
    'Saw the flop, all-in or not.',
    'Got chips out of a pot, with or without a showdown.',
  ),
  'open-size': text(
    'Open size',
    'Mean size of first raises before the flop, in big blinds.',
    'Every first raise, after limps too.',
    'What it raised to, in big blinds.',
    'Hands without a straddle.',
  ),
  '3-bet-size': text(
    '3-bet size',
    'Mean size of 3-bets, in big blinds.',
    'Every 3-bet.',
    'What it raised to, in big blinds.',
    'Hands without a straddle.',
  ),
  'cbet-size-flop': cbetSize('flop'),
  'cbet-size-turn': cbetSize('turn'),
  'cbet-size-river': cbetSize('river'),
  'raise-size': text(
    'Raise size',
    'Mean size of raises on flop, turn and river, in percent of the pot after calling.',
    'Every raise after the flop came.',
    'What is put in on top of the call, in percent of the pot with the call: 100 is a pot-sized raise.',
  ),
} as const satisfies Readonly<Record<string, StatisticText>>;

export const GROUP_NAMES: Readonly<Record<StatisticGroup, string>> = {
  preflop: 'Before the flop',
  open: 'Raising first in',
  'three-bet': '3-bets and 4-bets',
  blinds: 'Stealing and defending',
  'c-bet': 'Continuation bets',
  facing: 'Facing bets',
  attack: 'Without the initiative',
  aggression: 'Aggression',
  showdown: 'Showdown',
  sizes: 'Sizes',
};

export const UNIT_NAMES: Readonly<Record<StatisticUnit, string>> = {
  share: '%',
  factor: '',
  'big-blinds': 'bb',
  'pot-percent': '% of the pot',
};

/** Where a reference band is from when no source is named. */
export const HOUSE_ESTIMATE = 'House estimate for winning regulars of 6-max PLO';
