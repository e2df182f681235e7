/** The Poker Hand History format: one hand in a file `.phh`, or many under headings `[1]`, `[2]` in a file `.phhs`. */
import type { SiteFormat } from '../site-format.ts';
import { readPhh } from './read.ts';

/** A heading, or the field every document must have and most begin with. */
const BEGIN = /^\s*(?:\[\d+\]|variant\s*=)/;

export const phh: SiteFormat = { site: 'phh', begins: (line) => BEGIN.test(line), parse: readPhh };
