/**
 * Text as it is pasted from chats, documents and sites, in the plain characters of the notation: dashes of any length,
 * full-width forms, and the quotes around the whole. One character for one, so that places in the text stay true.
 */

const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63]/g;
/** ASCII's twins in East Asian width. */
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
const WIDE_COMMA = /\u3001/g;
/** Quotes of all kinds at either end; looked for from the start of a run only, so that long texts take no longer. */
const QUOTES_BEFORE = /^\s*["'`\u2018-\u201F\u00AB\u00BB]+/;
const QUOTES_BEHIND = /(?<!["'`\u2018-\u201F\u00AB\u00BB])["'`\u2018-\u201F\u00AB\u00BB]+\s*$/;

/** As long as `text`. */
export const plainText = (text: string): string =>
  text
    .replace(DASHES, '-')
    .replace(FULL_WIDTH, (letter) => String.fromCharCode(letter.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(WIDE_COMMA, ',')
    .replace(QUOTES_BEFORE, (quotes) => ' '.repeat(quotes.length))
    .replace(QUOTES_BEHIND, (quotes) => ' '.repeat(quotes.length));
