/**
 * A solve on its way from one screen to another: Study → Solve opens it when it is next shown. In memory, because a
 * result file may have hundreds of megabytes; a reload loses it, and the screen it came from still has it.
 */
export interface HandedSolve {
  readonly file: Blob;
  readonly name: string;
}

let handed: HandedSolve | null = null;

export function handOverSolve(solve: HandedSolve): void {
  handed = solve;
}

/** What was handed over, once. */
export function takeHandedSolve(): HandedSolve | null {
  const taken = handed;
  handed = null;
  return taken;
}
