/** What `ploscope help login`, `logout`, `whoami` and `jobs` print, in English. */

const LOGIN = `ploscope login — signs in to a server that computes for you

Usage
  ploscope login [options]
  ploscope login --token plo_…|- [options]

Asks for the e-mail address and the password, and for a code where the account has a second factor. What is kept is a
token made for this machine, never the password. Without a terminal the password is read as a line of standard input.

Options
  --server URL                  the server; the one of the last login unless given, else http://localhost:3000
  --email ADDRESS               the e-mail address of the account
  --token plo_…|-               keep this personal access token; - reads it from standard input
  --insecure                    send secrets unencrypted, over http, to another machine
  --help

Examples
  ploscope login
  ploscope login --server https://ploscope.example.org --email me@example.org
  ploscope login --server https://ploscope.example.org --token - < token.txt
`;

const LOGOUT = `ploscope logout — forgets the token that login has kept, and ends it on the server

Usage
  ploscope logout

Options
  --help

A token that was given by login --token is forgotten here and goes on elsewhere.

Examples
  ploscope logout
`;

const WHOAMI = `ploscope whoami — who is signed in, and where

Usage
  ploscope whoami [--json]

Options
  --json                        one line of JSON
  --help

Examples
  ploscope whoami
`;

const JOBS = `ploscope jobs — what a server computes for you

Usage
  ploscope jobs [--limit N] [--json]             one's own jobs, the newest first
  ploscope jobs watch ID [--out FILE] [--json]   waits for a job and shows what it came to
  ploscope jobs fetch ID --out FILE              the file of a solve that is done
  ploscope jobs cancel ID
  ploscope jobs delete ID…                       deletes jobs that have ended, and their results
  ploscope jobs delete --finished [--yes]        deletes all that have ended, and asks first

Options
  --limit N                     how many to list; 20 unless given, 100 at most
  --out FILE                    where to put the strategies of a solve; ploscope show reads them
  --json                        one line of JSON
  --finished                    all jobs that have ended, whichever way
  --yes                         do not ask
  --help

Ctrl-C ends the watching, not the job.

Examples
  ploscope solve flop.json --remote --detach
  ploscope jobs
  ploscope jobs watch 01943d3a-7c1b-7e0f-8a55-3f1d2c4b5a69 --out flop.plos
`;

export const REMOTE_HELP = { login: LOGIN, logout: LOGOUT, whoami: WHOAMI, jobs: JOBS } as const;
