/** Numbers in bytes, the low byte first. */

/** Fills an array of a size that is known before. */
export class ByteWriter {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  #at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
  }

  u8(value: number): void {
    this.#view.setUint8(this.#at, value);
    this.#at += 1;
  }

  u32(value: number): void {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
  }

  /** A whole number below 2⁵³. */
  u64(value: number): void {
    this.u32(value % 0x100000000);
    this.u32(Math.floor(value / 0x100000000));
  }

  f32(value: number): void {
    this.#view.setFloat32(this.#at, value, true);
    this.#at += 4;
  }

  set(bytes: ArrayLike<number>): void {
    this.bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** The next `length` bytes, to be filled by the caller. */
  room(length: number): Uint8Array {
    const room = this.bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return room;
  }
}

/** Reads on past the end with zeros; `isWhole` says at the end whether everything was there and nothing is left. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  #short = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** More was read than there is. */
  get isShort(): boolean {
    return this.#short;
  }

  get isWhole(): boolean {
    return !this.#short && this.#at === this.#bytes.length;
  }

  u8(): number {
    return this.#has(1) ? this.#view.getUint8(this.#at++) : 0;
  }

  u32(): number {
    if (!this.#has(4)) return 0;
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, true);
  }

  u64(): number {
    const low = this.u32();
    return low + this.u32() * 0x100000000;
  }

  f32(): number {
    if (!this.#has(4)) return 0;
    this.#at += 4;
    return this.#view.getFloat32(this.#at - 4, true);
  }

  /** The next `length` bytes, not copied; empty when there are not so many. */
  take(length: number): Uint8Array {
    if (!this.#has(length)) return new Uint8Array(0);
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  #has(length: number): boolean {
    if (this.#at + length > this.#bytes.length) this.#short = true;
    return !this.#short;
  }
}
