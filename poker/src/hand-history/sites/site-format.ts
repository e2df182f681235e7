/** What every form of hand history gives: how to know it, where its hands begin, and how to read one. One file a site. */
import type { Result } from '../../result.ts';
import type { HandError } from '../hand-error.ts';
import type { PlayedHand, Site } from '../played-hand.ts';

export interface SiteFormat {
  readonly site: Site;
  /** Is this a line with which a hand begins? Decides both the form of a text and where its next hand starts. */
  readonly begins: (line: string) => boolean;
  /**
   * Reads one hand: its lines, without the empty ones around it. Never throws and takes time in proportion to the text.
   * Says nothing of whether the rules allow it: `replay.ts` does.
   */
  readonly parse: (lines: readonly string[]) => Result<PlayedHand, HandError>;
}
