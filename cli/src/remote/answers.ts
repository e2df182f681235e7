/** What a login asks for: of the person at the terminal, or line by line of standard input. */
import { readLines } from '../line-reader.ts';
import { ask } from '../terminal/ask.ts';

export interface Answers {
  readonly isTerminal: boolean;
  /** Null where nothing was answered. */
  next(question: string, isSecret: boolean): Promise<string | null>;
}

const LONGEST_LINE = 4096;

export function openAnswers(): Answers {
  if (process.stdin.isTTY) {
    const terminal = { input: process.stdin, output: process.stderr };
    return { isTerminal: true, next: (question, isSecret) => ask(question, isSecret, terminal) };
  }
  const lines = readLines(process.stdin, LONGEST_LINE);
  return {
    isTerminal: false,
    async next() {
      const line = await lines.next();
      return line.done === true ? null : line.value;
    },
  };
}
