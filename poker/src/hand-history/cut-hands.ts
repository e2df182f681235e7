/**
 * Cuts a stream of text into hands, whichever sites wrote them: fed pieces of any size, it gives back the hands that are
 * complete, each with its form and the line it began on, and holds no more than one hand at a time.
 *
 * Lines that belong to no hand (what stands before the first, a page's headings) are passed over; a text in which no hand
 * was found at all is one error. A hand longer than any can be is one error too, and the rest of it is not kept. Decoding
 * bytes is for whoever opens the file.
 */
import { handMistakes } from '../text/en-hands.ts';
import { type HandError, handError } from './hand-error.ts';
import type { Follower, SiteFormat } from './sites/site-format.ts';

/** UTF-16 units; the longest hands of tables full of talk have a tenth of it. */
export const MOST_HAND_LENGTH = 200_000;

/** A hand that was found, unread: `format.parse(lines)` reads it. */
export interface CutHand {
  readonly ok: true;
  readonly format: SiteFormat;
  /** Of the text, from 1, on which the hand begins. An error on line `i` of the hand is on `line + i` of the text. */
  readonly line: number;
  /** Without line ends, and without the empty lines around the hand. */
  readonly lines: readonly string[];
}

/** What is no hand. */
export interface CutError {
  readonly ok: false;
  readonly line: number;
  readonly error: HandError;
}

export type Cut = CutHand | CutError;

export class HandCutter {
  readonly #formats: readonly SiteFormat[];
  /** The beginning of a line whose end has not come yet. */
  #rest = '';
  /** The line under way is already longer than any hand. */
  #isSkippingLine = false;
  #lineNumber = 0;
  #hand: HandUnderWay | null = null;
  #hasFound = false;
  #hasText = false;
  #out: Cut[] = [];

  constructor(formats: readonly SiteFormat[]) {
    this.#formats = formats;
  }

  /** The hands and errors that this piece completes. */
  feed(piece: string): Cut[] {
    let from = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      this.#take(piece.slice(from, end));
      this.#endLine();
      from = end + 1;
    }
    if (from < piece.length) this.#take(piece.slice(from));
    return this.#handOver();
  }

  /** The last hand, or the error that there was none; nothing may be fed afterwards. */
  end(): Cut[] {
    if (this.#rest !== '' || this.#isSkippingLine) this.#endLine();
    this.#finish();
    if (!this.#hasFound && this.#hasText) {
      this.#out.push({ ok: false, line: 1, error: handError('unknown-format', handMistakes.noKnownForm()) });
    }
    return this.#handOver();
  }

  #handOver(): Cut[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  #take(text: string): void {
    if (this.#isSkippingLine) return;
    this.#rest = this.#rest === '' ? text : this.#rest + text;
    if (this.#rest.length <= MOST_HAND_LENGTH) return;
    this.#isSkippingLine = true;
    // Its beginning may be the first line of a hand, which is then known to be too long.
    this.#rest = this.#rest.slice(0, MOST_HAND_LENGTH);
  }

  #endLine(): void {
    const line = this.#rest.endsWith('\r') ? this.#rest.slice(0, -1) : this.#rest;
    const isWhole = !this.#isSkippingLine;
    this.#rest = '';
    this.#isSkippingLine = false;
    this.#lineNumber += 1;
    this.#line(withoutMark(line), isWhole);
  }

  #line(line: string, isWhole: boolean): void {
    if (line.trim() !== '') this.#hasText = true;
    const hand = this.#hand;
    const place = hand?.follower?.(line) ?? null;
    const format = place === 'next' ? hand!.format : this.#beginning(line, hand);
    if (format !== null) {
      this.#finish();
      this.#begin(format, line, isWhole);
    } else if (hand !== null) {
      hand.add(line, isWhole);
      if (place === 'last') this.#finish();
    }
  }

  /** The form of the hand that begins with this line; a hand that is followed tells by itself when its next one begins. */
  #beginning(line: string, hand: HandUnderWay | null): SiteFormat | null {
    for (const format of this.#formats) {
      if (hand !== null && hand.follower !== null && format === hand.format) continue;
      if (format.begins(line)) return format;
    }
    return null;
  }

  #begin(format: SiteFormat, line: string, isWhole: boolean): void {
    this.#hasFound = true;
    const follower = format.follow?.() ?? null;
    const hand = new HandUnderWay(format, follower, this.#lineNumber);
    this.#hand = hand;
    hand.add(line, isWhole);
    if (follower?.(line) === 'last') this.#finish();
  }

  #finish(): void {
    if (this.#hand === null) return;
    this.#out.push(this.#hand.cut());
    this.#hand = null;
  }
}

class HandUnderWay {
  readonly format: SiteFormat;
  readonly follower: Follower | null;
  readonly #line: number;
  #lines: string[] = [];
  #length = 0;
  #isTooLong = false;

  constructor(format: SiteFormat, follower: Follower | null, line: number) {
    this.format = format;
    this.follower = follower;
    this.#line = line;
  }

  add(line: string, isWhole: boolean): void {
    if (this.#isTooLong) return;
    this.#length += line.length + 1;
    if (isWhole && this.#length <= MOST_HAND_LENGTH) {
      this.#lines.push(line);
    } else {
      this.#isTooLong = true;
      this.#lines = [];
    }
  }

  cut(): Cut {
    if (this.#isTooLong) {
      const message = handMistakes.handTooLong(MOST_HAND_LENGTH / 1000);
      return { ok: false, line: this.#line, error: handError('too-long', message) };
    }
    const lines = this.#lines;
    while (lines.length > 0 && lines.at(-1)!.trim() === '') lines.pop();
    return { ok: true, format: this.format, line: this.#line, lines };
  }
}

/** The mark of the order of bytes, which files have before their first line, and pasted files anywhere. */
const withoutMark = (line: string): string => (line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
