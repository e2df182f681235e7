/**
 * Questions to a person at a terminal. What is asked stands on standard error, so that standard output stays the
 * answer's; a secret is typed without being shown.
 */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** A line as it was typed; null for Ctrl-C, or when the input ends. */
export function ask(question: string, isSecret: boolean, { input, output }: Terminal): Promise<string | null> {
  return new Promise((resolve) => {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = createInterface({ input, output: isSecret ? nowhere : output, terminal: true, historySize: 0 });
    if (isSecret) output.write(question);
    else lines.setPrompt(question);
    lines.prompt();
    let isOver = false;
    const end = (answer: string | null): void => {
      if (isOver) return;
      isOver = true;
      lines.close();
      if (isSecret || answer === null) output.write('\n');
      resolve(answer);
    };
    lines.once('line', end);
    lines.once('SIGINT', () => end(null));
    lines.once('close', () => end(null));
  });
}
