/** Whether an answer is one our contract allows: its status, its form, and nothing in it that is not the client's. */
import { MAX_REQUEST_BYTES, SPOT_ERRORS, statusOfError, WIRE_ERRORS } from '@ploscope/contracts';
import { createChecker, type OpenApi } from './openapi.ts';
import type { Attack } from './requests.ts';
import type { Answered, Ended } from './wire.ts';

/** What only the inside of the program says. */
const LEAKS =
  /node_modules|\bat \S+ \(|\.[cm]?[jt]s:\d+|\/dist\/|\/server\/src|postgres(ql)?:\/\/|violates|syntax error at|permission denied|SQLSTATE|duplicate key|relation \\?"|invalid input syntax|ECONN|FST_|ERR_[A-Z]|ZodError|TypeError|RangeError|\$argon2|secret-key/;

const INTERNAL_STATUS = 500;

/** Says what is wrong with an answer, or null. */
export function createJudge(document: OpenApi): (attack: Attack, ended: Ended) => string | null {
  const check = createChecker(document);
  const errorBody = { $ref: '#/components/schemas/ErrorBody' };

  const judgeError = ({ status, headers }: Answered, attack: Attack, json: unknown): string | null => {
    const wrong = check(errorBody, json);
    if (wrong !== null) return `an error of another form: ${wrong}`;
    const { code } = (json as { error: { code: string } }).error;
    const isSpot = Object.hasOwn(SPOT_ERRORS, code);
    if (!isSpot && !Object.hasOwn(WIRE_ERRORS, code)) return `the catalogue has no ${code}`;
    if (statusOfError(code) !== status) return `${code} with status ${status}`;
    const isBusy = code === 'busy' && headers['retry-after'] !== undefined;
    if (status >= INTERNAL_STATUS && !isBusy) return `a fault of the server: ${code}`;
    if (headers['cache-control'] !== 'no-store') return 'an error that may be cached';
    if (attack.operation === null || attack.isBroken) return null;
    const told = attack.operation.responses[status]?.description ?? '';
    const isTold = told.includes(`\`${code}\``) || (isSpot && told.includes('spot')) || code === 'bad-address';
    return isTold ? null : `OpenAPI does not tell ${status} ${code} of ${attack.operation.operationId}`;
  };

  return (attack, ended) => {
    if (ended === 'silent') return 'no answer';
    // What is no HTTP may be cut off, and so may one that sent more than its length; the answer to one that sends on
    // where nobody reads may be lost with the connection.
    const mayBeCut = attack.isBroken || attack.bytes.body.length > MAX_REQUEST_BYTES;
    if (typeof ended === 'string') return ended === 'cut' || mayBeCut ? null : 'cut off without an answer';
    const { status, headers, body } = ended;
    if (status === 0) return 'an answer that is not HTTP';
    if (headers['x-injected'] !== undefined) return 'a header of the client in the answer';
    const asksForUpgrade = /^upgrade:/im.test(attack.bytes.head);
    const isShortest =
      (attack.isBroken || asksForUpgrade) && status === 400 && body.length === 0 && headers.connection === 'close';
    if (isShortest || (attack.isBroken && status === 417)) return null;
    const text = body.toString();
    const isOwnDocument = (headers['content-type'] ?? '').match(/html|javascript|css|text\/plain/) !== null;
    const leak = isOwnDocument && status === 200 ? null : LEAKS.exec(text);
    if (leak !== null) return `it tells of its inside: ${leak[0]}`;
    if (attack.isHead) return status < INTERNAL_STATUS ? null : `status ${status}`;
    if (isOfSockets(attack)) return status < INTERNAL_STATUS ? null : `status ${status}`;
    if (headers['x-content-type-options'] !== 'nosniff') return 'an answer without the headers of security';
    let json: unknown;
    const isJson = (headers['content-type'] ?? '').startsWith('application/json');
    try {
      if (isJson) json = JSON.parse(text);
    } catch {
      return 'JSON that is none';
    }
    if (status >= 400) return judgeError(ended, attack, json);
    if (attack.isForeign) return 'a row of somebody else';
    if (attack.operation === null || attack.isBroken) return null;
    const answered = attack.operation.responses[status];
    if (answered === undefined) return `OpenAPI does not tell ${status} of ${attack.operation.operationId}`;
    const schema = isJson ? answered.content?.['application/json']?.schema : undefined;
    const wrong = schema === undefined ? null : check(schema, json);
    return wrong === null ? null : `${attack.operation.operationId} ${status} is not of its schema: ${wrong}`;
  };
}

/** Socket.IO answers its own addresses, in its own form. */
function isOfSockets({ bytes }: Attack): boolean {
  return /^\S+ \/socket\.io\//.test(bytes.head);
}
