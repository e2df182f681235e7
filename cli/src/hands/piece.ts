/** Hands of one file or of many as one text for the server, and which of its lines is which line of which file. */
import type { ImportError } from '@ploscope/contracts';

interface Segment {
  readonly file: string;
  /** Line of the text on which the hand begins, from 1. */
  readonly at: number;
  /** The same line in its file. */
  readonly line: number;
}

export class Piece {
  readonly #segments: Segment[] = [];
  readonly #parts: string[] = [];
  #length = 0;
  #lines = 0;

  get length(): number {
    return this.#length;
  }

  get hands(): number {
    return this.#segments.length;
  }

  get text(): string {
    return this.#parts.join('');
  }

  /** `line`: where the hand begins in its file. */
  add(file: string, line: number, lines: readonly string[]): void {
    const text = `${lines.join('\n')}\n\n`;
    this.#segments.push({ file, at: this.#lines + 1, line });
    this.#parts.push(text);
    this.#length += text.length;
    this.#lines += lines.length + 1;
  }

  /** An error that names a line of the text, as one that names a line of its file. */
  placed(error: ImportError): ImportError {
    const segment = this.#segments.findLast(({ at }) => at <= error.line) ?? this.#segments[0];
    if (segment === undefined) return error;
    return { ...error, file: segment.file, line: segment.line + Math.max(0, error.line - segment.at) };
  }
}
