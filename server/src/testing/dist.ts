/** The built files the server runs: threads cannot be started from TypeScript. */
export const DIST = new URL('../../dist/', import.meta.url);
