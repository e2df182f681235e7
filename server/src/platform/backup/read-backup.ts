/**
 * Reads a backup part by part and refuses it wherever it is not what was written: the gzip's own sum, the form of every
 * line that is not a row, the counts of rows, and the SHA-256 of all bytes.
 *
 * Only rows, and what sequences stand at, come out: no SQL of the file is ever run.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { sayBackup } from '../../text/backups.ts';
import { BackupError, codeOf } from './backup-error.ts';
import {
  AFTERWARDS_LINE,
  type BackupHeader,
  type BackupTrailer,
  COMMIT_LINE,
  END_OF_ROWS,
  FIRST_LINE,
  isOtherFormat,
  parseHeader,
  parseSequence,
  parseTrailer,
  ROWS_LINE,
  type SequenceState,
} from './format.ts';

const NEWLINE = 10;
const TABLE = /^COPY "([^"]+)"\."([^"]+)" \(.*\) FROM stdin;$/;

/** Which line comes next. */
type State = 'first' | 'header' | 'schema' | 'between' | 'rows' | 'afterwards' | 'last' | 'over';

export type BackupPart =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  /** Rows of this table follow; `copyFrom` is its line. */
  | { readonly kind: 'table'; readonly name: string; readonly copyFrom: string }
  /** Whole lines. */
  | { readonly kind: 'rows'; readonly bytes: Buffer }
  | { readonly kind: 'end of rows' }
  | { readonly kind: 'sequence'; readonly sequence: SequenceState }
  /** The last: what was read is what was written. */
  | { readonly kind: 'end'; readonly trailer: BackupTrailer };

export interface CheckedBackup {
  readonly header: BackupHeader;
  readonly trailer: BackupTrailer;
}

/** Reads a backup to its end. Rejects with a `BackupError` where it is damaged. */
export async function checkBackup(file: string, signal?: AbortSignal): Promise<CheckedBackup> {
  let header: BackupHeader | undefined;
  let trailer: BackupTrailer | undefined;
  // On behind the last part, where the gzip's own sum stands.
  for await (const part of readBackup(file, signal)) {
    if (part.kind === 'header') header = part.header;
    if (part.kind === 'end') trailer = part.trailer;
  }
  if (header === undefined || trailer === undefined) throw new BackupError(sayBackup.noBackup(file));
  return { header, trailer };
}

/** The parts in their order. Until `end` has come, nothing of it is to be believed. */
export async function* readBackup(file: string, signal?: AbortSignal): AsyncGenerator<BackupPart> {
  const damaged = (what: string): BackupError => new BackupError(sayBackup.damaged(file, what));
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  let state = 'first' as State;
  let table = '';
  for await (const block of linesOf(file, signal)) {
    /** From where rows of this block were not given out. */
    let pending = 0;
    let hasEnd = false;
    for (let start = 0, end = 0; start < block.length; start = end) {
      end = block.indexOf(NEWLINE, start) + 1;
      if (state === 'rows') {
        if (end - start !== 3 || block.toString('latin1', start, end - 1) !== END_OF_ROWS) {
          rows[table] = (rows[table] ?? 0) + 1;
          continue;
        }
        if (start > pending) yield { kind: 'rows', bytes: block.subarray(pending, start) };
        yield { kind: 'end of rows' };
        state = 'between';
        continue;
      }
      const line = block.toString('utf8', start, end - 1);
      if (state === 'first') {
        if (isOtherFormat(line)) throw new BackupError(sayBackup.newerFormat(file));
        if (line !== FIRST_LINE) throw new BackupError(sayBackup.noBackup(file));
        state = 'header';
      } else if (state === 'header') {
        const header = parseHeader(line);
        if (header === null) throw damaged('its second line');
        yield { kind: 'header', header };
        state = 'schema';
      } else if (state === 'schema') {
        if (line === ROWS_LINE) state = 'between';
      } else if (state === 'between') {
        const opened = TABLE.exec(line);
        const sequence = parseSequence(line);
        if (opened !== null) {
          table = `${opened[1]}.${opened[2]}`;
          if (table in rows) throw damaged(`${table} is in it twice`);
          rows[table] = 0;
          yield { kind: 'table', name: table, copyFrom: line };
          state = 'rows';
          pending = end;
        } else if (sequence !== null) yield { kind: 'sequence', sequence };
        else if (line === AFTERWARDS_LINE) state = 'afterwards';
        else throw damaged('a line that is no part of one');
      } else if (state === 'afterwards') {
        if (line === COMMIT_LINE) state = 'last';
      } else if (state === 'last') {
        hash.update(block.subarray(0, start));
        hasEnd = true;
        const trailer = parseTrailer(line);
        if (trailer === null) throw damaged('its last line');
        if (trailer.sha256 !== hash.digest('hex')) throw damaged('its bytes are not those that were written');
        if (!sameCounts(trailer.rows, rows)) throw damaged('rows are missing');
        if (end < block.length) throw damaged('something follows its end');
        state = 'over';
        yield { kind: 'end', trailer };
      } else throw damaged('something follows its end');
    }
    if (state === 'rows' && pending < block.length) yield { kind: 'rows', bytes: block.subarray(pending) };
    if (!hasEnd) hash.update(block);
  }
  if (state === 'first') throw new BackupError(sayBackup.noBackup(file));
  if (state !== 'over') throw damaged('it ends too early');
}

function sameCounts(said: Readonly<Record<string, number>>, counted: Readonly<Record<string, number>>): boolean {
  const tables = Object.keys(said);
  return tables.length === Object.keys(counted).length && tables.every((table) => said[table] === counted[table]);
}

/** The text in blocks of whole lines. */
async function* linesOf(file: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  pipeline(createReadStream(file, signal === undefined ? {} : { signal }), gunzip, () => undefined);
  /** The beginning of a line whose end has not come yet. */
  let begun: Buffer[] = [];
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      const end = chunk.lastIndexOf(NEWLINE) + 1;
      if (end === 0) {
        begun.push(chunk);
        continue;
      }
      begun.push(chunk.subarray(0, end));
      yield Buffer.concat(begun);
      begun = end < chunk.length ? [chunk.subarray(end)] : [];
    }
  } catch (error) {
    throw readingError(file, error);
  }
  if (begun.length > 0) throw new BackupError(sayBackup.damaged(file, 'it ends too early'));
}

function readingError(file: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'ENOENT') return new BackupError(sayBackup.noFile(file));
  if (code.startsWith('Z_')) return new BackupError(sayBackup.damaged(file, 'it cannot be unpacked'), { cause: error });
  if (/^E[A-Z]+$/.test(code)) return new BackupError(sayBackup.cannotRead(file, code), { cause: error });
  return error;
}
