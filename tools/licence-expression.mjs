/**
 * Reads an SPDX licence expression and says whether we may use what it covers.
 *
 * `A OR B` is fine when one of them is, `A AND B` when both are; `WITH` names an exception that only adds rights.
 */

/** Licences that let anyone use, change and pass on the work inside an MIT program. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
]);

/**
 * @param {string} expression as in `(MIT OR CC0-1.0)`
 * @returns {boolean} false also when it cannot be read
 */
export function isAllowed(expression) {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;

  /** @returns {boolean} */
  function single() {
    const token = tokens[at++];
    if (token === '(') {
      const inside = anyOf();
      return tokens[at++] === ')' && inside;
    }
    const allowed = token !== undefined && ALLOWED.has(token);
    if (tokens[at] === 'WITH') at += 2;
    return allowed;
  }

  /** @returns {boolean} */
  function allOf() {
    let allowed = single();
    while (tokens[at] === 'AND') {
      at++;
      allowed = single() && allowed;
    }
    return allowed;
  }

  /** @returns {boolean} */
  function anyOf() {
    let allowed = allOf();
    while (tokens[at] === 'OR') {
      at++;
      allowed = allOf() || allowed;
    }
    return allowed;
  }

  const allowed = anyOf();
  return allowed && at === tokens.length;
}

/**
 * The licence field of a package.json in all the shapes it has had.
 *
 * @param {unknown} manifest parsed package.json
 * @returns {string | null} an SPDX expression
 */
export function licenceOf(manifest) {
  if (typeof manifest !== 'object' || manifest === null) return null;
  const { license, licenses } = /** @type {{ license?: unknown, licenses?: unknown }} */ (manifest);
  const one = license ?? licenses;
  const all = (Array.isArray(one) ? one : [one]).map((item) => {
    if (typeof item === 'string') return item;
    return typeof item === 'object' && item !== null && 'type' in item ? String(item.type) : null;
  });
  return all.includes(null) || all.length === 0 ? null : all.join(' OR ');
}

/**
 * Very old packages carry the licence only as a text.
 *
 * @param {string} text of a LICENSE file
 * @returns {string | null} an SPDX expression, for the one text that is recognised
 */
export function licenceOfText(text) {
  const words = text.replace(/\s+/g, ' ');
  const mit = words.includes('Permission is hereby granted, free of charge') && words.includes('without restriction');
  return mit ? 'MIT' : null;
}
