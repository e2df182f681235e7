/**
 * What every form of hand history gives: how to know it, where its hands begin and end, and how to read one. One file (or
 * folder) a site. `cut-hands.ts` asks these questions line by line and never looks into a hand itself.
 */
import type { Result } from '../../result.ts';
import type { HandError } from '../hand-error.ts';
import type { PlayedHand, Site } from '../played-hand.ts';

export interface SiteFormat {
  readonly site: Site;
  /**
   * Can a hand of this form begin with this line? Decides the form of a text, and where its next hand starts. Asked of
   * every line of a file, so it looks at the first signs before anything else.
   */
  readonly begins: (line: string) => boolean;
  /**
   * For forms whose single lines do not tell where a hand begins and ends (braces of JSON, sections of TOML, two lines of
   * heading): follows one hand. Without it a hand goes on until a line begins the next.
   */
  readonly follow?: () => Follower;
  /**
   * Reads one hand: its lines, without the empty ones around it. Never throws and takes time in proportion to the text.
   * Says nothing of whether the rules allow it: `replay.ts` does.
   */
  readonly parse: (lines: readonly string[]) => Result<PlayedHand, HandError>;
}

/**
 * Asked of every line of a hand in turn, the first one too, where the line belongs:
 * - `within`: to this hand, which goes on
 * - `last`: to this hand, which ends with it
 * - `next`: it is the first line of another hand of the same form
 * A line with which another form begins ends the hand whatever is said here, so that a hand cut short loses no other.
 */
export type Follower = (line: string) => 'within' | 'last' | 'next';
