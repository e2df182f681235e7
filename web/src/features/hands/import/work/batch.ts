/**
 * Hands on their way to the server: one text of many hands, of several small files or of a part of a large one, and which
 * of its lines is which line of which file. Hands keep their distances, so that a line of the text is a line of the file.
 */
import type { ImportError } from '@ploscope/contracts';

interface Segment {
  readonly file: string;
  /** Line of the text on which it begins, from 1. */
  readonly textLine: number;
  /** The same line in the file. */
  readonly fileLine: number;
}

export interface Batch {
  /** Characters so far. */
  readonly length: () => number;
  /** A hand that begins on `line` of the file. */
  readonly add: (file: string, line: number, lines: readonly string[]) => void;
  readonly text: () => string;
  readonly hands: () => number;
  /** An error that names a line of the text, as one that names a line of its file. */
  readonly placed: (error: ImportError) => ImportError;
}

/** Empty lines between two hands that are worth keeping; beyond that a new segment costs less. */
const MOST_GAP = 200;

export function openBatch(): Batch {
  const parts: string[] = [];
  const segments: Segment[] = [];
  let length = 0;
  let hands = 0;
  /** The line that comes next, in the text and in the file. */
  let textLine = 1;
  let fileLine = 1;
  const append = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  return {
    length: () => length,
    hands: () => hands,
    text: () => parts.join(''),
    add: (file, line, lines) => {
      hands += 1;
      const last = segments.at(-1);
      const gap = line - fileLine;
      if (last?.file === file && gap >= 0 && gap <= MOST_GAP) {
        append('\n'.repeat(gap));
        textLine += gap;
      } else {
        append('\n');
        textLine += 1;
        segments.push({ file, textLine, fileLine: line });
      }
      append(`${lines.join('\n')}\n`);
      textLine += lines.length;
      fileLine = line + lines.length;
    },
    placed: (error) => {
      const segment = segments.findLast((found) => found.textLine <= error.line) ?? segments[0];
      if (segment === undefined) return error;
      const line = Math.max(1, segment.fileLine + error.line - segment.textLine);
      return { ...error, file: segment.file, line };
    },
  };
}
