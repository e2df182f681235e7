/** Where a reader stands in a text, and how it gets past what means nothing. */

export interface Scanner {
  readonly text: string;
  at: number;
  /** 0-based. */
  line: number;
}

export const skipSpaces = (scan: Scanner): void => {
  while (scan.text[scan.at] === ' ' || scan.text[scan.at] === '\t') scan.at += 1;
};

/** Past spaces, ends of lines and comments. */
export const skipBlank = (scan: Scanner): void => {
  for (;;) {
    const letter = scan.text[scan.at];
    if (letter === '#') {
      const end = scan.text.indexOf('\n', scan.at);
      scan.at = end < 0 ? scan.text.length : end;
    } else if (letter === '\n') {
      scan.at += 1;
      scan.line += 1;
    } else if (letter === ' ' || letter === '\t' || letter === '\r' || letter === '\uFEFF') scan.at += 1;
    else return;
  }
};

/** Past spaces and then `sign`; false where something else stands there. */
export const skipTo = (scan: Scanner, sign: string): boolean => {
  skipSpaces(scan);
  if (scan.text[scan.at] !== sign) return false;
  scan.at += 1;
  return true;
};
