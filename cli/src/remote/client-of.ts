/** The client of a server, by the token of a session or of a machine. */
import { type Client, createClient } from '@ploscope/contracts';

/** The fetch of Node; `credentials` is a word of browsers. */
export function clientOf(server: string, token: string | null): Client<Response> {
  return createClient({ baseUrl: server, fetch: (url, call) => fetch(url, call as RequestInit), token: () => token });
}
