/** The hands of files, one after another: files are read as streams, and no more than one hand is held. */
import { createReadStream } from 'node:fs';
import { type Cut, HandCutter, SITE_FORMATS } from '@ploscope/poker';
import { isSystemError, systemReason } from '../system-reason.ts';
import { sayHands } from '../text/en-hands.ts';
import { decoded } from './decoded.ts';
import { STDIN } from './hand-files.ts';

export interface Found {
  readonly file: string;
  readonly cut: Cut | { readonly ok: false; readonly line: number; readonly error: { code: string; message: string } };
}

/** What cannot be read is an error of its file, and no other's. */
export async function* cutFiles(files: readonly string[], onFile: (number: number) => void): AsyncGenerator<Found> {
  for (const [index, file] of files.entries()) {
    onFile(index + 1);
    const cutter = new HandCutter(SITE_FORMATS);
    try {
      const bytes = file === STDIN ? process.stdin : createReadStream(file, { highWaterMark: 256 * 1024 });
      for await (const text of decoded(bytes)) for (const cut of cutter.feed(text)) yield { file, cut };
      for (const cut of cutter.end()) yield { file, cut };
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const message = sayHands.unreadable(file, systemReason(error));
      yield { file, cut: { ok: false, line: 1, error: { code: 'unreadable', message } } };
    }
  }
}
