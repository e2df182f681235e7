/**
 * Finds an installed Chrome or Chromium for the journeys; on Debian, as root, installs one.
 *
 * Never downloads a browser by itself: what the system's packages offer, or what the reader already has.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { formatSeconds, run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** @returns {string[]} where browsers usually are on this system, best first */
function usualPlaces() {
  const { env, platform } = process;
  const path = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  if (platform === 'darwin') {
    const apps = ['/Applications', join(env.HOME ?? '/', 'Applications')];
    return apps.flatMap((folder) => [
      join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
    ]);
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? [join(root, 'Google/Chrome/Application/chrome.exe')] : []));
  }
  return [...path, '/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) =>
    NAMES.map((name) => join(folder, name)),
  );
}

/** @returns {string | null} the browser named by CHROME_PATH, else the first installed one */
export function findChrome() {
  const named = process.env.CHROME_PATH;
  if (named) return existsSync(named) ? named : null;
  return usualPlaces().find((place) => existsSync(place)) ?? null;
}

/** @returns {boolean} whether apt may be asked for a browser */
function mayInstall() {
  const root = process.getuid?.() === 0;
  return root && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get') && !process.env.CHROME_PATH;
}

/**
 * @param {(line: string) => void} say
 * @returns {Promise<string | null>} the path of a browser, or null after saying why there is none
 */
export async function ensureChrome(say) {
  const found = findChrome();
  if (found !== null) return found;
  if (!mayInstall()) {
    say(
      process.env.CHROME_PATH
        ? `CHROME_PATH names ${process.env.CHROME_PATH}, which does not exist.`
        : 'No Chrome or Chromium found. Install one, or set CHROME_PATH to it.',
    );
    return null;
  }
  say('Installing chromium with apt-get…');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update'], { env });
  const install = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  const now = findChrome();
  if (install.code === 0 && now !== null) {
    say(`chromium installed in ${formatSeconds(update.ms + install.ms)}.`);
    return now;
  }
  say(`apt-get could not install chromium:\n${update.output.slice(-500)}\n${install.output.slice(-1500)}`);
  return null;
}
