/**
 * The oldest Node the program runs on, and what is said to someone who has an older one.
 *
 * Imported before anything else by every command, and written in old JavaScript, so that an old Node reads this far.
 */

const OLDEST_MAJOR = 20;
const OLDEST_MINOR = 19;

/**
 * @param {string} version as in `process.versions.node`
 * @returns {string | null} what is wrong, or null
 */
export function nodeProblem(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  if (major > OLDEST_MAJOR || (major === OLDEST_MAJOR && minor >= OLDEST_MINOR)) return null;
  return `PLOScope needs Node ${OLDEST_MAJOR}.${OLDEST_MINOR} or newer; this is Node ${version}. Get it from https://nodejs.org`;
}

/** Ends the process with a sentence when this Node is too old. */
export function requireNode() {
  const problem = nodeProblem(process.versions.node);
  if (problem === null) return;
  console.error(problem);
  process.exit(1);
}
