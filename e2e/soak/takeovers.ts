/** Measures how long jobs of a killed worker wait until somebody else begins them. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';

const LOOK_EVERY_MS = 100;

interface Orphan {
  readonly id: string;
  readonly attempt: number;
}

export class Takeovers {
  /** Milliseconds from the kill to the next attempt, or to the end that a late cancel gives a job. */
  readonly undisturbed: number[] = [];
  /** Those during which something else was killed too: the interface, the scheduler, the database, the broker. */
  readonly disturbed: number[] = [];
  readonly #database: Database;
  readonly #watching: Promise<void>[] = [];
  #faults = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Something that is no worker was killed. */
  disturb(): void {
    this.#faults++;
  }

  /** A worker was killed just now. */
  workerKilled(pid: number): void {
    this.#watching.push(this.#watch(pid, performance.now(), this.#faults));
  }

  /** Resolves when every orphan has been taken over. */
  async all(): Promise<void> {
    await Promise.all(this.#watching);
  }

  async #watch(pid: number, killedAt: number, faults: number): Promise<void> {
    // `leased_by` is the role, the host, the number of the process, and something random.
    const orphans = await this.#database.rows<Orphan>(
      `select id, attempt from jobs.jobs where status = 'PROCESSING' and split_part(leased_by, ' ', 3) = $1`,
      [String(pid)],
    );
    await Promise.all(
      orphans.map(async ({ id, attempt }) => {
        const left = `select from jobs.jobs where id = $1 and attempt = $2 and status in ('PROCESSING', 'QUEUED')`;
        while ((await this.#database.rows(left, [id, attempt])).length > 0) await sleep(LOOK_EVERY_MS);
        const times = this.#faults === faults ? this.undisturbed : this.disturbed;
        times.push(performance.now() - killedAt);
      }),
    );
  }
}
