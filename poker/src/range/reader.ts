/** Where a parser stands in a range, and the first mistake it met. Parsers answer null once `error` is set. */
import { plainText } from '../plain-text.ts';
import { type Said, type TextError, textError } from '../result.ts';
import type { WeightsKnown } from './weights.ts';

export interface HandForm {
  /** Cards a hand has (five for a board). */
  readonly cards: number;
  /** Hold'em's own reading of `AKs`, `AKo`, `A2+`, `A5s-A4s`. */
  readonly holdem: boolean;
  /** Are there orderings of such cards, so that `15%` means something? */
  readonly percent: boolean;
  /** The sentence's subject: `A PLO4 hand`. */
  readonly name: string;
}

export class Reader {
  /** The text in plain letters; every character stands where it stood. */
  readonly text: string;
  readonly form: HandForm;
  /** Advice found while reading. */
  readonly hints: TextError[] = [];
  at = 0;
  readonly weightsKnown: WeightsKnown = new WeakMap();
  /** Patterns read so far that are not one whole hand. */
  openPatterns = 0;
  error: TextError | null = null;

  constructor(text: string, form: HandForm) {
    this.text = plainText(text);
    this.form = form;
  }

  /** The character at the current place, or '' at the end. */
  peek(): string {
    return this.text.charAt(this.at);
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  skipSpace(): void {
    // U+FE0F turns a suit sign into an emoji; it is pasted along and says nothing.
    while (!this.atEnd && (this.peek().trim() === '' || this.peek() === '\uFE0F')) this.at += 1;
  }

  /** Skips space, then takes `letter` if it comes next. */
  take(letter: string): boolean {
    this.skipSpace();
    if (this.peek() !== letter) return false;
    this.at += 1;
    return true;
  }

  /** The whole character at a place, never half of one. */
  letterAt(at: number): string {
    const code = this.text.codePointAt(at);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  /** Notes the mistake (the first one stays) and answers null. */
  fail(said: Said, at: number, end: number): null {
    this.error ??= textError(said, at, end);
    return null;
  }
}
