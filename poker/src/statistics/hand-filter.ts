/**
 * Which played hands are meant: the document of a filter. A field that is not there lets every hand through; the words of
 * one field are alternatives, fields go together.
 *
 * `FILTER_FIELDS` is the one table of what can be asked, in what form, and of which facts: the reader of documents, the
 * reader and writer of its text, and the evaluator go by it. What stands `on` a column can be asked of a database alone
 * (of several boards, columns hold lists of words); what stands on the player’s cards is asked row by row.
 */
import { MADE_HANDS, type MadeHand } from '@ploscope/kernel';
import { GAMES, type Game } from '../games.ts';
import { SITES, type Site } from '../hand-history/played-hand.ts';
import { HAND_STREETS, type HandStreet } from '../table/table-state.ts';
import { POSITIONS, type Position } from './positions.ts';
import { POT_TYPES, type PotType } from './pot-type.ts';
import { TEXTURES, type Texture } from './texture.ts';

/** From … to, both with it; null where there is no bound. */
export interface Span {
  readonly least: number | null;
  readonly most: number | null;
}

export const OUTCOMES = ['won', 'lost', 'even'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** `no`, or the street on which the last chip went in. */
export const ALL_IN = ['no', ...HAND_STREETS] as const;

export interface HandFilter {
  /** A day, `2026-11-21`, or an instant; days are those of UTC and wholly in it. */
  readonly from?: string;
  readonly to?: string;
  readonly site?: readonly Site[];
  readonly game?: readonly Game[];
  /** As `$0.50/$1`. */
  readonly stakes?: readonly string[];
  readonly tournament?: boolean;
  /** Somebody of this name was dealt in. */
  readonly player?: string;
  readonly players?: Span;
  readonly position?: readonly Position[];
  readonly pot?: readonly PotType[];
  readonly straddled?: boolean;
  /** Who saw the flop: 2 is heads-up. */
  readonly flopPlayers?: Span;
  readonly inPosition?: boolean;
  /** Where the player folded, or else the last street dealt. */
  readonly street?: readonly HandStreet[];
  /** The player went there. */
  readonly showdown?: boolean;
  readonly allIn?: readonly (typeof ALL_IN)[number][];
  readonly outcome?: readonly Outcome[];
  /** Net, in big blinds. */
  readonly result?: Span;
  /** All pots together, in big blinds. */
  readonly potSize?: Span;
  /** What the cards made in the end, on a board at least. */
  readonly made?: readonly MadeHand[];
  /** Of the flop, on a board at least. */
  readonly suits?: readonly Texture['suits'][];
  readonly pairing?: readonly Texture['pairing'][];
  readonly connection?: readonly Texture['connection'][];
  readonly high?: readonly Texture['high'][];
  /** The player’s cards are in this range: a range expression of the game played. */
  readonly hand?: string;
}

export type FilterKey = keyof HandFilter;

export type FilterField = {
  readonly key: FilterKey;
  /** A column of what is stored of a hand, or what has to be asked of the cards of each row. */
  readonly on: 'column' | 'cards';
} & FilterForm;

export type FilterForm =
  /** A day or an instant. */
  | { readonly form: 'time' }
  /** Some of a list of words. */
  | { readonly form: 'words'; readonly words: readonly string[] }
  /** Texts of any kind. */
  | { readonly form: 'texts' }
  | { readonly form: 'text' }
  | { readonly form: 'yes-no' }
  | { readonly form: 'span'; readonly whole: boolean }
  | { readonly form: 'range' };

export const FILTER_FIELDS: readonly FilterField[] = [
  { key: 'from', on: 'column', form: 'time' },
  { key: 'to', on: 'column', form: 'time' },
  { key: 'site', on: 'column', form: 'words', words: SITES },
  { key: 'game', on: 'column', form: 'words', words: GAMES },
  { key: 'stakes', on: 'column', form: 'texts' },
  { key: 'tournament', on: 'column', form: 'yes-no' },
  { key: 'player', on: 'column', form: 'text' },
  { key: 'players', on: 'column', form: 'span', whole: true },
  { key: 'position', on: 'column', form: 'words', words: POSITIONS },
  { key: 'pot', on: 'column', form: 'words', words: POT_TYPES },
  { key: 'straddled', on: 'column', form: 'yes-no' },
  { key: 'flopPlayers', on: 'column', form: 'span', whole: true },
  { key: 'inPosition', on: 'column', form: 'yes-no' },
  { key: 'street', on: 'column', form: 'words', words: HAND_STREETS },
  { key: 'showdown', on: 'column', form: 'yes-no' },
  { key: 'allIn', on: 'column', form: 'words', words: ALL_IN },
  { key: 'outcome', on: 'column', form: 'words', words: OUTCOMES },
  { key: 'result', on: 'column', form: 'span', whole: false },
  { key: 'potSize', on: 'column', form: 'span', whole: false },
  { key: 'made', on: 'column', form: 'words', words: MADE_HANDS },
  { key: 'suits', on: 'column', form: 'words', words: TEXTURES.suits },
  { key: 'pairing', on: 'column', form: 'words', words: TEXTURES.pairing },
  { key: 'connection', on: 'column', form: 'words', words: TEXTURES.connection },
  { key: 'high', on: 'column', form: 'words', words: TEXTURES.high },
  { key: 'hand', on: 'cards', form: 'range' },
];
