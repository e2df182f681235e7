/** The header of a `.plos` as JSON, and what is read from it. */
import type { SolveFigures } from '@ploscope/kernel';
import { asciiBytes, asciiJson, asciiText, jsonOrNull } from '../../ascii.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { type Fields, isFields } from '../../spot/field-reader.ts';
import { parseSolveSpot } from '../../spot/parse-solve-spot.ts';
import { say } from '../../text/en.ts';
import type { PlosError, PlosHeader } from './plos.ts';
import { plosError } from './plos-error.ts';

export const encodeHeader = ({ program, spot, id, figures, wantedBuckets, firstOnly }: PlosHeader): Uint8Array => {
  const { iterations, elapsedMs, memoryBytes, storage, buckets, exploitability, ev, equity } = figures;
  return asciiBytes(
    asciiJson({
      program,
      id,
      firstOnly,
      wantedBuckets,
      figures: { iterations, elapsedMs, memoryBytes, storage, buckets, exploitability, ev, equity },
      spot,
    }),
  );
};

/** Codes: `plos-damaged`, `plos-version` where the spot is of a newer form. Fields it does not know are left alone. */
export const decodeHeader = (bytes: Uint8Array): Result<PlosHeader, PlosError> => {
  const value = jsonOrNull(asciiText(bytes));
  if (!isFields(value)) return fail(plosError(say.plosDamaged()));
  const { program, id, firstOnly } = value;
  const figures = readFigures(value.figures);
  const wantedBuckets = readBuckets(value.wantedBuckets);
  const spot = parseSolveSpot(value.spot);
  if (!spot.ok) return fail(plosError(spot.error.code === 'version' ? say.plosVersion() : say.plosDamaged()));
  if (typeof program !== 'string' || typeof id !== 'string' || typeof firstOnly !== 'boolean' || figures === null) {
    return fail(plosError(say.plosDamaged()));
  }
  if (wantedBuckets === undefined || (wantedBuckets === null) !== (figures.buckets === null)) {
    return fail(plosError(say.plosDamaged()));
  }
  return succeed({ program, id, firstOnly, figures, wantedBuckets, spot: spot.value });
};

const readFigures = (value: unknown): SolveFigures | null => {
  if (!isFields(value)) return null;
  const { storage } = value;
  const iterations = numberAt(value, 'iterations');
  const elapsedMs = numberAt(value, 'elapsedMs');
  const memoryBytes = numberAt(value, 'memoryBytes');
  const chips = isFields(value.exploitability) ? numberAt(value.exploitability, 'chips') : null;
  const share = isFields(value.exploitability) ? numberAt(value.exploitability, 'share') : null;
  const ev = readPair(value.ev);
  const equity = readPair(value.equity);
  const buckets = readBuckets(value.buckets);
  if (iterations === null || elapsedMs === null || memoryBytes === null || chips === null || share === null)
    return null;
  if ((storage !== 'f32' && storage !== 'i16') || ev === null || equity === null || buckets === undefined) return null;
  return { iterations, elapsedMs, memoryBytes, storage, buckets, exploitability: { chips, share }, ev, equity };
};

/** Null where every combo plays by itself, as in files of the first version, which say nothing; undefined for nonsense. */
const readBuckets = (value: unknown): number | null | undefined => {
  if (value === undefined || value === null) return null;
  return typeof value === 'number' && value > 0 ? value : undefined;
};

const numberAt = (fields: Fields, name: string): number | null => {
  const value = fields[name];
  return typeof value === 'number' ? value : null;
};

const readPair = (value: unknown): readonly [number, number] | null => {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [one, other]: unknown[] = value;
  return typeof one === 'number' && typeof other === 'number' ? [one, other] : null;
};
