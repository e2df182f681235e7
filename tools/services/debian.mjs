/**
 * Installs Debian packages of servers without having Debian start them.
 *
 * A package of a server starts it at once, unless `/usr/sbin/policy-rc.d` says no; a machine's own policy comes back as
 * it was when apt is done.
 */
import { existsSync } from 'node:fs';
import { run } from '../run.mjs';

const INSTALL = `
policy=/usr/sbin/policy-rc.d
kept=
if [ -e "$policy" ]; then kept=$policy.kept-by-ploscope; mv "$policy" "$kept" || exit 1; fi
trap 'if [ -n "$kept" ]; then mv "$kept" "$policy"; else rm -f "$policy"; fi' EXIT
trap 'exit 1' INT TERM HUP
printf '#!/bin/sh\\n# PLOScope installs packages at this moment. Delete this file if it does not.\\nexit 101\\n' > "$policy"
chmod +x "$policy"
apt-get update
apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120 "$@"
`;

/** @returns {boolean} whether apt may be asked for packages */
export function mayInstallPackages() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** @param {readonly string[]} packages */
export function installPackages(packages) {
  return run('/bin/sh', ['-c', INSTALL, 'install', ...packages], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
}
