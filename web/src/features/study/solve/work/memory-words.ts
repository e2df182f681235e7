/** Whether what an engine says of a fault is about memory: engines have no code for it. */
export function soundsLikeMemory(message: string): boolean {
  return /\bmemory\b|allocation|out of bounds|unreachable/i.test(message);
}
