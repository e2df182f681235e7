/**
 * The part of the WebAssembly interface the kernel uses. Node has it, but its types and ES2023's do not, and the
 * DOM's types would let `document` into rooms that have none. Rooms with the DOM (web, kernel/host) leave this out.
 */
declare namespace WebAssembly {
  interface Module {
    readonly __wasmModule: never;
  }
  type ImportValue = ((...args: never[]) => unknown) | Memory | Global | number;
  type Imports = Record<string, Record<string, ImportValue>>;

  interface Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  const Memory: { new (descriptor: { initial: number; maximum?: number; shared?: boolean }): Memory };

  interface Global {
    value: number | bigint;
  }
  const Global: { new (descriptor: { value: string; mutable?: boolean }, value?: number | bigint): Global };

  interface Instance {
    readonly exports: Record<string, unknown>;
  }
  const Instance: { new (module: Module, imports?: Imports): Instance };
  const Module: { new (bytes: BufferSource): Module };

  type BufferSource = ArrayBufferView | ArrayBuffer;
  function compile(bytes: BufferSource): Promise<Module>;
  function instantiate(module: Module, imports?: Imports): Promise<Instance>;
  function validate(bytes: BufferSource): boolean;
}
