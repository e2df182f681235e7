/**
 * Where the program writes, and what may be written there: colour and bars only on a terminal, colour never under
 * NO_COLOR, nothing wider than the window.
 */

export interface Output {
  /** Characters to a line; Infinity when it is not a terminal. */
  readonly width: number;
  /** A person looks at it as it is written: bars and rewritten lines make sense. */
  readonly terminal: boolean;
  readonly colour: boolean;
}

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Reads from a stream and the environment what may be written to it. */
export function outputOf(stream: Stream, environment: { NO_COLOR?: string; TERM?: string }): Output {
  const terminal = stream.isTTY === true;
  const plain = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
  return { terminal, colour: terminal && !plain, width: terminal ? (stream.columns ?? 80) : Number.POSITIVE_INFINITY };
}

/** Longest name of a player where no window sets a limit, in characters. */
const LONGEST_NAME = 60;

/** How much of a player's range there may be room for, in characters. */
export function nameWidthOf({ terminal, width }: Output): number {
  return terminal ? width : LONGEST_NAME;
}

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;

/** Text in a colour, or as it is where colour is not wanted. */
export function paint(output: Pick<Output, 'colour'>, colour: keyof typeof CODES, text: string): string {
  return output.colour ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
}
