/** Addresses of servers as they are typed, and to which of them a secret may be sent. */

export const DEFAULT_SERVER = 'http://localhost:3000';

/** Without a slash at the end; null for a text that is no address of a server. */
export function parseServer(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { origin, pathname, search, hash, username, password } = new URL(text);
  if (search !== '' || hash !== '' || username !== '' || password !== '') return null;
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}

/** Whether what is sent there can be read on the way. */
export function isOpenToOthers(server: string): boolean {
  const { protocol, hostname } = new URL(server);
  return protocol === 'http:' && !isLoopback(hostname);
}

/** An address that never leaves this machine. A name that only begins like one does not count. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}
