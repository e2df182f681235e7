// The border to the WebAssembly module: its exports, typed, and nothing else.
//
// Exported addresses are WebAssembly globals; exported counters of 64 bits are bigints.

/** A constant address or size inside the module's memory. */
interface Address {
  readonly value: number;
}

export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  mark(): number;
  release(at: number): void;
  reserve(bytes: number): number;

  rankFiveCards(a: number, b: number, c: number, d: number, e: number): number;

  readonly DECK: Address;
  readonly HANDS: Address;
  readonly WINS: Address;
  readonly TIES: Address;
  readonly SHARES: Address;
  setDeck(size: number, players: number): void;
  buildTriples(player: number, holeCards: number): void;
  enumerate(players: number, known: number): void;
  runOuts(): bigint;
}

/** One instance of the kernel. Not shared between threads: each worker makes its own. */
export function openKernel(module: WebAssembly.Module): KernelExports {
  return new WebAssembly.Instance(module, {}).exports as unknown as KernelExports;
}

/** Where an exported address points. */
export function addressOf(global: Address): number {
  return global.value;
}
