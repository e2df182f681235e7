// The whole job is checked before any work starts, so that no method needs to doubt its input.

import { type EquityJob, HOLE_CARDS, type JobError, type PlayerRange } from '../job.ts';
import { knownCards } from './cards.ts';
import { compareCombos } from './combos.ts';

const DECK_SIZE = 52;

function failure(code: JobError['code'], player: number | null, message: string): JobError {
  return { code, player, message };
}

/** The first reason why a job cannot run, or null. */
export function checkEquityJob(job: EquityJob): JobError | null {
  const holeCards = HOLE_CARDS[job.game];
  if (holeCards === undefined) return failure('cards', null, `unknown game ${String(job.game)}`);
  if (job.players.length < 2 || job.players.length > 8) {
    return failure('players', null, `${job.players.length} players; equity needs 2 to 8`);
  }
  if (job.boards.length < 1 || job.boards.length > 2) {
    return failure('board', null, `${job.boards.length} boards; one or two can be dealt`);
  }
  if (job.players.length * holeCards + 5 * job.boards.length > DECK_SIZE) {
    return failure(
      'players',
      null,
      `${job.players.length} players and ${job.boards.length} boards need more than 52 cards`,
    );
  }
  return (
    checkKnownCards(job) ??
    first(job.players, (player, index) => checkPlayer(player, index, holeCards)) ??
    checkDeck(job, holeCards) ??
    first(job.players, (player, index) => checkLive(job, player, index, holeCards)) ??
    checkStop(job)
  );
}

function first<T>(items: readonly T[], check: (item: T, index: number) => JobError | null): JobError | null {
  for (const [index, item] of items.entries()) {
    const error = check(item, index);
    if (error) return error;
  }
  return null;
}

/** Boards, dead cards and single hands together hold each card once. */
function checkKnownCards(job: EquityJob): JobError | null {
  for (const board of job.boards) {
    if (![0, 3, 4, 5].includes(board.length)) {
      return failure('board', null, `a board of ${board.length} cards; it has none, 3, 4 or 5`);
    }
  }
  const seen = new Set<number>();
  const groups: [Uint8Array, number | null][] = [...job.boards, job.dead].map((cards) => [cards, null]);
  for (const [index, player] of job.players.entries()) if (player.kind === 'hand') groups.push([player.cards, index]);
  for (const [cards, player] of groups) {
    for (const card of cards) {
      if (card >= DECK_SIZE) return failure('cards', player, `card ${card} is not in the deck`);
      if (seen.has(card)) return failure('cards', player, `card ${card} is used twice`);
      seen.add(card);
    }
  }
  return null;
}

function checkPlayer(player: PlayerRange, index: number, holeCards: number): JobError | null {
  if (player.kind === 'random') return null;
  if (player.kind === 'hand') {
    if (player.cards.length === holeCards) return null;
    return failure('cards', index, `a hand of ${player.cards.length} cards; this game deals ${holeCards}`);
  }
  const { cards, weights } = player;
  if (cards.length === 0) return failure('empty', index, 'the range has no combos');
  if (cards.length % holeCards !== 0) return failure('cards', index, `${cards.length} cards are no whole combos`);
  for (let i = 0; i < cards.length; i++) {
    const card = cards[i]!;
    if (card >= DECK_SIZE) return failure('cards', index, `card ${card} is not in the deck`);
    if (i % holeCards !== 0 && card <= cards[i - 1]!) {
      return failure('cards', index, 'the cards of a combo must ascend');
    }
    if (i % holeCards === 0 && i > 0 && compareCombos(cards, i / holeCards - 1, cards, i / holeCards, holeCards) >= 0) {
      return failure('cards', index, 'combos must ascend, each once');
    }
  }
  if (weights === null) return null;
  if (weights.length * holeCards !== cards.length) return failure('weights', index, 'one weight for each combo');
  return weights.every((weight) => weight >= 1 && weight <= 100)
    ? null
    : failure('weights', index, 'a weight is not between 1 and 100');
}

/** A range must keep a combo once the known cards are removed. */
function checkLive(job: EquityJob, player: PlayerRange, index: number, holeCards: number): JobError | null {
  if (player.kind !== 'range') return null;
  const gone = new Uint8Array(52);
  for (const card of knownCards(job)) gone[card] = 1;
  combos: for (let at = 0; at < player.cards.length; at += holeCards) {
    for (let i = at; i < at + holeCards; i++) if (gone[player.cards[i]!] === 1) continue combos;
    return null;
  }
  return failure('empty', index, 'every combo of the range holds a known card');
}

function checkDeck(job: EquityJob, holeCards: number): JobError | null {
  const known = job.boards.reduce((sum, board) => sum + board.length, job.dead.length);
  const needed = job.players.length * holeCards + job.boards.reduce((sum, board) => sum + 5 - board.length, 0);
  if (known + needed <= DECK_SIZE) return null;
  return failure('players', null, `${known} known cards leave too few for ${job.players.length} players and the board`);
}

function checkStop({ stop, seed, budgetMs }: EquityJob): JobError | null {
  if (!(stop.standardError >= 0)) return failure('stop', null, 'the standard error to stop at must be 0 or more');
  if (!(stop.trials >= 1)) return failure('stop', null, 'at least one trial is needed');
  if (!(stop.timeMs > 0)) return failure('stop', null, 'the time limit must be above 0');
  if (!(budgetMs >= 0)) return failure('stop', null, 'the budget for exact answers must be 0 or more');
  if (stop.standardError === 0 && stop.trials === Infinity && stop.timeMs === Infinity) {
    return failure('stop', null, 'a stop rule is needed: a standard error, a number of trials or a time');
  }
  return Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff
    ? null
    : failure('stop', null, 'the seed is not 32 bits');
}
