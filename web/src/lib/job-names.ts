/**
 * What a job was about, as this browser submitted it: the server tells a job's state and not its spot. Kept for the
 * last hundred; a job from elsewhere has no name here.
 */
const KEY = 'ploscope.job-names';
const MOST = 100;

type Names = Readonly<Record<string, string>>;

export function nameJob(id: string, name: string): void {
  const others = Object.entries(read()).slice(-(MOST - 1));
  try {
    window.localStorage.setItem(KEY, JSON.stringify(Object.fromEntries([...others, [id, name]])));
  } catch {
    // Storage is full or switched off: the job goes by its time.
  }
}

export function jobName(id: string): string | null {
  const name = read()[id];
  return typeof name === 'string' ? name : null;
}

function read(): Names {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '{}');
    return typeof stored === 'object' && stored !== null ? (stored as Names) : {};
  } catch {
    return {};
  }
}
