/**
 * Files on their way to a server: read as streams, cut between hands, sent in pieces, two at a time so that one is read
 * there while another is stored. A piece has a key, so that one whose answer was lost is sent again and counted once.
 */
import { randomUUID } from 'node:crypto';
import { HANDS_ROUTES, type ImportAnswer, type ImportError } from '@ploscope/contracts';
import type { Failure } from '../failure.ts';
import type { Remote } from '../remote/connect.ts';
import { wireFailure } from '../remote/wire-failure.ts';
import { cutFiles } from './cut-files.ts';
import { Piece } from './piece.ts';

/** Less than a request may hold, by more than the longest hand. */
const PIECE_CHARS = 700_000;
const AT_ONCE = 2;

/** What came of it so far; added to while the import goes on. */
export interface Imported {
  hands: number;
  duplicates: number;
  /** Hands and other pieces of text that were looked at. */
  done: number;
  /** The number of the file that is read. */
  file: number;
  readonly errors: ImportError[];
}

/** Null when all is there, or why it ended. Rejects when the player wants no more, and with `OutOfReach`. */
export async function importFiles(
  { client, reach, server }: Remote,
  files: readonly string[],
  imported: Imported,
): Promise<Failure | null> {
  const underWay = new Set<Promise<void>>();
  let failed: Failure | null = null;
  let thrown: { readonly error: unknown } | null = null;
  const send = async (piece: Piece): Promise<void> => {
    const call = { body: { file: '', text: piece.text }, idempotencyKey: randomUUID() };
    const answer = await reach.hold<ImportAnswer>((signal) =>
      client.call(HANDS_ROUTES.importHands, { ...call, signal }),
    );
    if (!answer.ok) {
      failed ??= wireFailure(answer.error, server);
      return;
    }
    const { hands, duplicates, errors } = answer.value;
    imported.hands += hands;
    imported.duplicates += duplicates;
    imported.done += piece.hands;
    for (const error of errors) imported.errors.push(piece.placed(error));
  };
  const begin = async (piece: Piece): Promise<void> => {
    if (piece.hands === 0) return;
    const sent: Promise<void> = send(piece)
      .catch((error: unknown) => {
        thrown ??= { error };
      })
      .finally(() => underWay.delete(sent));
    underWay.add(sent);
    if (underWay.size >= AT_ONCE) await Promise.race(underWay);
  };
  let piece = new Piece();
  for await (const { file, cut } of cutFiles(files, (number) => {
    imported.file = number;
  })) {
    if (cut.ok) {
      piece.add(file, cut.line, cut.lines);
    } else {
      const { code, message } = cut.error;
      imported.errors.push({ file, line: cut.line, code, message });
      imported.done += 1;
    }
    if (piece.length < PIECE_CHARS) continue;
    await begin(piece);
    piece = new Piece();
    if (failed !== null || thrown !== null) break;
  }
  if (failed === null && thrown === null) await begin(piece);
  await Promise.all(underWay);
  if (thrown !== null) throw (thrown as { readonly error: unknown }).error;
  return failed;
}
