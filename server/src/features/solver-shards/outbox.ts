/**
 * What waits to be written to a stream: whole messages, a part at a time, as fast as the other end reads.
 */
import type { Writable } from 'node:stream';

export class Outbox<T> {
  readonly #stream: Writable;
  readonly #waiting: { readonly parts: Iterator<T>; readonly written: () => void }[] = [];
  #held = false;
  #closed = false;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('drain', () => {
      this.#held = false;
      this.#write();
    });
  }

  /** `written`: called when the last part has been handed to the stream. */
  push(parts: Iterable<T>, written: () => void = () => undefined): void {
    if (this.#closed) return;
    this.#waiting.push({ parts: parts[Symbol.iterator](), written });
    this.#write();
  }

  /** Forgets what waits. */
  close(): void {
    this.#closed = true;
    this.#waiting.length = 0;
  }

  #write(): void {
    while (!this.#held && !this.#closed) {
      const first = this.#waiting[0];
      if (!first) return;
      const next = first.parts.next();
      if (next.done) {
        this.#waiting.shift();
        first.written();
      } else this.#held = !this.#stream.write(next.value);
    }
  }
}

/** Each value as another, when it is asked for. */
export function* mapped<A, B>(values: Iterable<A>, to: (value: A) => B): Generator<B, void, void> {
  for (const value of values) yield to(value);
}
