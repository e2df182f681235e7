/**
 * Backups damaged in every way a disk, a wire or a hand damages files: each is refused before anything is written, or the
 * damage lies where the packed form says nothing, and every byte that comes out is right.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { BACKUP_RULES } from '../../roles/backup-task.ts';
import { backUp } from '../../testing/back-up.ts';
import { createEmptyDatabase, createTestDatabase } from '../../testing/database.ts';
import { addRowsEverywhere } from '../../testing/rows-everywhere.ts';
import { printFigures, scaled } from '../../testing/soak.ts';
import { readBackup } from './read-backup.ts';
import { restore } from './restore.ts';

const DAMAGED = 300;

const below = (n: number): number => Math.floor(Math.random() * n);

/** By name: what it makes of the packed bytes. */
const DAMAGES: Readonly<Record<string, (packed: Buffer) => Buffer>> = {
  'a bit flipped': (packed) => {
    const bytes = Buffer.from(packed);
    const at = below(bytes.length);
    bytes[at] = bytes[at]! ^ (1 << below(8));
    return bytes;
  },
  'cut short': (packed) => packed.subarray(0, below(packed.length)),
  'a sector of zeros': (packed) => {
    const bytes = Buffer.from(packed);
    const at = below(Math.max(1, bytes.length - 512));
    return bytes.fill(0, at, at + 512);
  },
  'a piece lost in the middle': (packed) => {
    const at = below(packed.length - 1);
    return Buffer.concat([packed.subarray(0, at), packed.subarray(at + 1 + below(1000))]);
  },
  'a line removed and packed again': (packed) =>
    changeLines(packed, (lines) => lines.splice(below(lines.length - 1), 1)),
  'two lines exchanged and packed again': (packed) =>
    changeLines(packed, (lines) => {
      const at = below(lines.length - 2);
      lines.splice(at, 2, lines[at + 1]!, lines[at]!);
    }),
  'a character changed and packed again': (packed) => {
    const bytes = gunzipSync(packed);
    const at = below(bytes.length);
    bytes[at] = (bytes[at]! + 1 + below(255)) % 256;
    return gzipSync(bytes);
  },
  'another beginning': (packed) => Buffer.concat([Buffer.from('SQLite format 3'), packed]),
  'its own beginning behind it': (packed) => Buffer.concat([packed, packed]),
};

function changeLines(packed: Buffer, change: (lines: string[]) => unknown): Buffer {
  const lines = gunzipSync(packed).toString('latin1').split('\n');
  change(lines);
  return gzipSync(Buffer.from(lines.join('\n'), 'latin1'));
}

/** All that a restore would take from a file, or the words in which it is refused. */
async function taken(file: string): Promise<unknown[] | string> {
  const parts: unknown[] = [];
  try {
    for await (const part of readBackup(file)) {
      if (part.kind !== 'rows') parts.push(part);
      else {
        const last = parts.at(-1);
        // Where the rows are cut says nothing.
        if (Buffer.isBuffer(last)) parts.splice(-1, 1, Buffer.concat([last, part.bytes]));
        else parts.push(part.bytes);
      }
    }
    return parts;
  } catch (error) {
    if (error instanceof Error && error.name === 'BackupError') return error.message;
    throw error;
  }
}

test('a damaged backup is noticed before anything is written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ploscope-backup-'));
  const [db, target] = await Promise.all([createTestDatabase(), createEmptyDatabase()]);
  try {
    await addRowsEverywhere(db, 1000);
    const made = await backUp(db.url, folder);
    const packed = readFileSync(made);
    const good = await taken(made);
    const file = join(folder, 'damaged.sql.gz');
    const figures = { tried: 0, noticed: 0, harmless: 0, lost: 0 };
    const kinds = Object.entries(DAMAGES);
    while (figures.tried < Math.max(scaled(DAMAGED), kinds.length)) {
      const [name, damage] = kinds[figures.tried++ % kinds.length]!;
      const bytes = damage(packed);
      writeFileSync(file, bytes);
      const out = await taken(file);
      if (typeof out !== 'string') {
        // Exchanging two equal lines, or a bit of the packed form that no reader looks at.
        expect(out, name).toEqual(good);
        figures.harmless++;
        continue;
      }
      const restored = await restore({ url: target.url, file, rules: BACKUP_RULES, migrateTo: 'newest' }).catch(
        (error: Error) => error.message,
      );
      if (restored === out) figures.noticed++;
      else figures.lost++;
    }
    const made2 = await target.query(`select nspname from pg_namespace where nspname in ('auth', 'jobs', 'platform')`);
    printFigures('backup damage', { ...figures, kinds: kinds.length });
    expect([figures.lost, made2]).toEqual([0, []]);
  } finally {
    await Promise.all([db.drop(), target.drop()]);
    rmSync(folder, { recursive: true, force: true });
  }
});
