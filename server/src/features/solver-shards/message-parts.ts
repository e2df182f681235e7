/**
 * A message in parts of at most 1 MiB, as the stream carries it, and put together again.
 *
 * What a head promises is believed only as far as it may be: room is made for an array when its first byte has come.
 */
import { create, type MessageShape } from '@bufbuild/protobuf';
import { type MessageHead, MessageHeadSchema, type SectionSchema } from '@ploscope/contracts/proto';
import { BadMessage, type Packed, type PackedArray, unpack } from './packed.ts';

export const CHUNK_BYTES = 1024 * 1024;
const MAX_TEXT_BYTES = 64 * 1024 * 1024;
const MAX_ARRAYS = 65_536;

export type Part =
  | { readonly case: 'head'; readonly value: MessageHead }
  | { readonly case: 'chunk'; readonly value: Uint8Array };

/** A part at a time, so that a message that has to wait takes no room twice. */
export function* partsOf({ text, arrays }: Packed): Generator<Part, void, void> {
  const chunks = chunksOf([text, ...arrays.map(({ bytes }) => bytes)]);
  const sections = arrays.map(({ element, bytes }) => ({ element, bytes: bytes.length }));
  const chunk = chunks.next().value ?? new Uint8Array();
  yield { case: 'head', value: create(MessageHeadSchema, { bytes: text.length, sections, chunk }) };
  for (const value of chunks) yield { case: 'chunk', value };
}

function* chunksOf(blocks: readonly Uint8Array[]): Generator<Uint8Array, void, void> {
  let open: Uint8Array[] = [];
  let length = 0;
  for (const block of blocks) {
    for (let at = 0; at < block.length; ) {
      const piece = block.subarray(at, at + CHUNK_BYTES - length);
      open.push(piece);
      at += piece.length;
      length += piece.length;
      if (length < CHUNK_BYTES) continue;
      yield joined(open);
      open = [];
      length = 0;
    }
  }
  if (length > 0) yield joined(open);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}

/** A message that cannot be taken here, however well it is formed. */
export class TooLarge extends Error {
  readonly bytes: number;

  constructor(bytes: number) {
    super(`a message of ${bytes} bytes`);
    this.bytes = bytes;
  }
}

interface Block {
  readonly section: MessageShape<typeof SectionSchema> | null;
  readonly length: number;
  bytes: Uint8Array<ArrayBuffer> | null;
  filled: number;
}

/** Puts the messages of one stream together. */
export class MessageReader {
  readonly #maxBytes: number;
  #blocks: Block[] | null = null;
  /** The block that is being filled. */
  #at = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The message that this part completes, or undefined. Throws `BadMessage` and `TooLarge`; the reader is then done for. */
  take(part: Part): unknown {
    if (part.case === 'head') this.#open(part.value);
    else if (this.#blocks === null) throw new BadMessage('a chunk without a head');
    const chunk = part.case === 'head' ? part.value.chunk : part.value;
    if (chunk.length > CHUNK_BYTES) throw new BadMessage('a chunk that is too long');
    if (part.case === 'chunk' && chunk.length === 0) throw new BadMessage('an empty chunk');
    return this.#fill(this.#blocks!, chunk);
  }

  #open({ bytes, sections }: MessageHead): void {
    if (this.#blocks !== null) throw new BadMessage('a head before the last message was whole');
    if (bytes === 0) throw new BadMessage('it has no text');
    if (sections.length > MAX_ARRAYS) throw new BadMessage('it has too many arrays');
    const whole = sections.reduce((sum, section) => sum + section.bytes, bytes);
    if (bytes > MAX_TEXT_BYTES || whole > this.#maxBytes) throw new TooLarge(whole);
    const block = (length: number, section: Block['section']): Block => ({ section, length, bytes: null, filled: 0 });
    this.#blocks = [block(bytes, null), ...sections.map((section) => block(section.bytes, section))];
    this.#at = 0;
  }

  #fill(blocks: readonly Block[], chunk: Uint8Array): unknown {
    let from = 0;
    for (;;) {
      const block = blocks[this.#at];
      if (!block) break;
      const count = Math.min(block.length - block.filled, chunk.length - from);
      if (count === 0 && block.filled < block.length) return undefined;
      block.bytes ??= new Uint8Array(block.length);
      block.bytes.set(chunk.subarray(from, from + count), block.filled);
      block.filled += count;
      from += count;
      if (block.filled === block.length) this.#at++;
    }
    if (from < chunk.length) throw new BadMessage('more bytes than its head said');
    this.#blocks = null;
    const [text, ...arrays] = blocks;
    return unpack(
      text!.bytes!,
      arrays.map((block): PackedArray => ({ element: block.section!.element, bytes: block.bytes! })),
    );
  }
}
