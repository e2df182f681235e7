/**
 * Refreshing against itself and against a database that breaks, over HTTP: what the promises on refresh tokens are held
 * to. A test runs some rounds, the soak many. Each answers how many rounds were tried, survived and lost.
 */
import { Client } from 'pg';

export interface Figures {
  readonly tried: number;
  readonly survived: number;
  /** What went wrong in the others. */
  readonly lost: readonly string[];
}

export interface RaceSettings {
  /** A server of accounts, without limits. */
  readonly url: string;
  readonly rounds: number;
  /** Requests at once with the same token. */
  readonly parallel?: number;
}

/**
 * One token, several requests at once: all get the same successor. And in every eighth round an older token comes back
 * as well: then the session ends for everybody.
 */
export async function raceRefreshes({ url, rounds, parallel = 4 }: RaceSettings): Promise<Figures> {
  const lost: string[] = [];
  let token = await newSession(url);
  let older = token;
  for (let round = 0; round < rounds; round += 1) {
    const answers = await Promise.all(Array.from({ length: parallel }, () => refresh(url, token)));
    const successors = new Set(answers.map((answer) => answer.token));
    const successor = answers[0]?.token ?? null;
    if (successors.size !== 1 || successor === null || successor === token) {
      lost.push(`round ${round}: ${answers.map(({ status }) => status).join(' ')}, ${successors.size} successors`);
      token = await newSession(url);
      older = token;
      continue;
    }
    if (round % 8 === 7) {
      const wrong = await raceReuse(url, successor, older);
      if (wrong !== null) lost.push(`round ${round}: ${wrong}`);
      token = await newSession(url);
      older = token;
      continue;
    }
    older = token;
    token = successor;
  }
  return { tried: rounds, survived: rounds - lost.length, lost };
}

/** The newest token and one used long before, at once: afterwards nothing of the session opens anything. */
async function raceReuse(url: string, newest: string, used: string): Promise<string | null> {
  const [honest, thief] = await Promise.all([refresh(url, newest), refresh(url, used)]);
  if (thief.status !== 401) return `a used token was answered ${thief.status}`;
  const after = await refresh(url, honest.token ?? newest);
  return after.status === 401 ? null : `the session went on after a reuse: ${after.status}`;
}

/**
 * Connections to the database are ended at random moments while one client refreshes on and on, asking again with the
 * same token whenever there was no answer. It must never be signed out.
 */
export async function refreshUnderKills(settings: RaceSettings & { readonly databaseUrl: string }): Promise<Figures> {
  const { url, rounds, databaseUrl } = settings;
  const lost: string[] = [];
  const stopKilling = await killConnections(databaseUrl);
  let tries = 0;
  try {
    let token = await newSession(url);
    for (let round = 0; round < rounds; round += 1) {
      let answer = await refresh(url, token);
      tries += 1;
      for (; answer.status === 503; tries += 1) answer = await refresh(url, token);
      if (answer.token === null) {
        lost.push(`round ${round}: ${answer.status}`);
        token = await newSession(url);
      } else token = answer.token;
    }
  } finally {
    const kills = await stopKilling();
    // A run in which nothing was in the way proves nothing.
    if (tries === rounds) lost.push(`none of ${kills} kills met a refresh`);
  }
  return { tried: rounds, survived: rounds - lost.length, lost };
}

/** Ends a connection of somebody else's every few milliseconds until it is told to stop; answers how many. */
async function killConnections(databaseUrl: string): Promise<() => Promise<number>> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'killer' });
  await client.connect();
  let stopped = false;
  let kills = 0;
  const killing = (async () => {
    while (!stopped) {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'test' and pid <> pg_backend_pid()
           and (state <> 'idle' or random() < 0.2) order by random() limit 1`,
      );
      kills += rowCount ?? 0;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
    }
  })();
  return async () => {
    stopped = true;
    await killing;
    await client.end();
    return kills;
  };
}

export async function refresh(url: string, token: string): Promise<{ status: number; token: string | null }> {
  const headers = { cookie: `ploscope_refresh=${token}` };
  const response = await fetch(`${url}/api/auth/refresh`, { method: 'POST', headers });
  await response.arrayBuffer();
  return { status: response.status, token: response.status === 200 ? cookieOf(response) : null };
}

/** A guest's refresh token. */
export async function newSession(url: string): Promise<string> {
  for (;;) {
    const response = await fetch(`${url}/api/auth/guest`, { method: 'POST' });
    await response.arrayBuffer();
    const token = cookieOf(response);
    if (token !== null) return token;
  }
}

function cookieOf(response: Response): string | null {
  return /ploscope_refresh=([\w-]{43});/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? null;
}
