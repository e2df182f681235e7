/** Measures how long jobs of a killed worker wait until somebody else begins them. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';

const LOOK_EVERY_MS = 100;

interface Orphan {
  readonly id: string;
  readonly attempt: number;
}

export class Takeovers {
  /** Milliseconds from the kill until the job was taken from the dead worker. */
  readonly takenBack: number[] = [];
  /** The same where something else was killed meanwhile: the interface, the scheduler, the database, the broker. */
  readonly takenBackDisturbed: number[] = [];
  /** Until somebody else began it, which is later where others wait before it; or it ended without, being cancelled. */
  readonly begunAgain: number[] = [];
  /** Milliseconds until a killed database answered again. */
  readonly databaseBack: number[] = [];
  readonly #database: Database;
  readonly #watching: Promise<unknown>[] = [];
  #faults = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Something that is no worker was killed. */
  disturb(): void {
    this.#faults++;
  }

  /** The database was killed just now. */
  databaseKilled(): void {
    const killedAt = performance.now();
    const back = this.#database.rows('select').then(() => this.databaseBack.push(performance.now() - killedAt));
    this.#watching.push(back);
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
        const until = async (states: string): Promise<number> => {
          const same = `select from jobs.jobs where id = $1 and attempt = $2 and status in (${states})`;
          while ((await this.#database.rows(same, [id, attempt])).length > 0) await sleep(LOOK_EVERY_MS);
          return performance.now() - killedAt;
        };
        const backAfter = await until(`'PROCESSING'`);
        (this.#faults === faults ? this.takenBack : this.takenBackDisturbed).push(backAfter);
        this.begunAgain.push(await until(`'PROCESSING', 'QUEUED'`));
      }),
    );
  }
}
