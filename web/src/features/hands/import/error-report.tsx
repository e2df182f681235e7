/** What was not imported: how many of each kind, games that are not played here by name, the rows, and all as a file. */
import type { ImportError } from '@ploscope/contracts';
import type { ReactElement } from 'react';
import { download } from '../../../lib/download.ts';
import { formatCount } from '../../../lib/format-number.ts';
import { handsText } from '../../../text/hands.ts';
import { Button } from '../../../ui/button.tsx';
import { errorsCsv } from './errors-csv.ts';
import styles from './import.module.css';
import type { ImportProgress } from './work/protocol.ts';

const words = handsText.import;
const SHOWN = 100;

export interface ErrorReportProps {
  readonly progress: Pick<ImportProgress, 'codes' | 'unsupported' | 'errors'>;
  readonly rows: readonly ImportError[];
}

export function ErrorReport({ progress: { codes, unsupported, errors }, rows }: ErrorReportProps): ReactElement {
  const save = (): void => download(new Blob([errorsCsv(rows)], { type: 'text/csv' }), words.csvFile);
  return (
    <details className={styles.errors}>
      <summary>
        {words.showErrors} ({formatCount(errors)})
      </summary>
      <ul className={styles.kinds}>
        {byCount(codes).map(([code, count]) => (
          <li key={code}>
            {words.codes[code] ?? code} <b>{formatCount(count)}</b>
            {code === 'unsupported-variant' ? (
              <ul>
                {byCount(unsupported).map(([name, times]) => (
                  <li key={name}>
                    {name} <b>{formatCount(times)}</b>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
      <div className={styles.rows}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.columns.file}</th>
              <th scope="col">{words.columns.line}</th>
              <th scope="col">{words.columns.code}</th>
              <th scope="col">{words.columns.message}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map(({ file, line, code, message }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added
              <tr key={index}>
                <td>{file}</td>
                <td>{formatCount(line)}</td>
                <td>{words.codes[code] ?? code}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.ways}>
        <Button icon="download" onClick={save}>
          {words.csv}
        </Button>
        {errors > SHOWN ? (
          <span className={styles.facts}>
            {words.errorsOf(formatCount(Math.min(SHOWN, rows.length)), formatCount(errors))}
          </span>
        ) : null}
      </div>
    </details>
  );
}

function byCount(counts: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  return Object.entries(counts).sort(([, one], [, other]) => other - one);
}
