/**
 * The form of a spot document: which fields it has, and that each is of its type. What the texts say is not read here.
 */
import { DEFAULT_GAME, GAME_NAMES, GAMES, type Game, isGame, MIN_PLAYERS, maxPlayers } from '../games.ts';
import { fail, type Result, type Said, succeed, textError } from '../result.ts';
import { say } from '../text/en.ts';
import { nearest } from './nearest.ts';
import { SPOT_VERSION, type Spot, type SpotError } from './spot.ts';

const FIELDS = ['ploscope', 'game', 'board', 'board2', 'dead', 'hands'] as const;

/**
 * A spot whose texts are still to be judged. `alsoFields` are fields of the document that are not the spot's and are
 * left alone. Codes: `spot`, `unknown-field`, `version`, `game`, `field-type`, `players`.
 */
export const parseSpotForm = (value: unknown, alsoFields: readonly string[] = []): Result<Spot, SpotError> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(atField('', say.notASpot()));
  const fields = value as Readonly<Record<string, unknown>>;
  const known = [...FIELDS, ...alsoFields];
  for (const key of Object.keys(fields)) {
    if (!known.includes(key)) return fail(atField(key, say.unknownField(key, nearest(key, known))));
  }
  const { ploscope, hands } = fields;
  if (ploscope !== undefined && ploscope !== SPOT_VERSION)
    return fail(atField('ploscope', say.spotVersion(SPOT_VERSION)));
  const game = readGame(fields.game);
  if (!game.ok) return game;
  if (!Array.isArray(hands)) return fail(atField('hands', say.handsType()));
  const wrong = hands.findIndex((hand) => typeof hand !== 'string');
  if (wrong >= 0) return fail(atField(`hands[${wrong}]`, say.handType()));
  for (const field of ['board', 'board2', 'dead'] as const) {
    const text = fields[field];
    if (text !== undefined && text !== null && typeof text !== 'string') return fail(atField(field, say.cardsType()));
  }
  const most = maxPlayers(game.value);
  if (hands.length < MIN_PLAYERS || hands.length > most) {
    return fail(atField('hands', say.playerCount(hands.length, MIN_PLAYERS, most, GAME_NAMES[game.value])));
  }
  const text = (field: string): string => {
    const given = fields[field];
    return typeof given === 'string' ? given : '';
  };
  return succeed({
    ploscope: SPOT_VERSION,
    game: game.value,
    board: text('board'),
    board2: typeof fields.board2 === 'string' ? text('board2') : null,
    dead: text('dead'),
    hands: [...hands],
  });
};

/** Upper and lower case make no difference. */
export const readGame = (value: unknown): Result<Game, SpotError> => {
  const name = typeof value === 'string' ? value.toLowerCase() : value === undefined ? DEFAULT_GAME : value;
  if (isGame(name)) return succeed(name);
  const near = typeof name === 'string' ? nearest(name, GAMES) : null;
  return fail(atField('game', say.unknownGame(near, GAMES), value));
};

/** A mistake about a field as a whole. */
export const atField = (field: string, said: Said, text: unknown = ''): SpotError => ({
  ...textError(said, 0, typeof text === 'string' ? text.length : 0),
  field,
});
