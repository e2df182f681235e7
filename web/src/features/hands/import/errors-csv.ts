/** What was not imported, as a file that a spreadsheet opens. */
import type { ImportError } from '@ploscope/contracts';

export function errorsCsv(rows: readonly ImportError[]): string {
  const lines = rows.map(({ file, line, code, message }) => [file, String(line), code, message].map(cell).join(','));
  return ['file,line,code,message', ...lines, ''].join('\r\n');
}

/** Quoted where it must be. A spreadsheet takes some first signs for a formula, and a file's name is anybody's text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
