/** Open Hand History: objects of JSON, one after another or in a list, each on a line of its own or over many lines. */
import type { Follower, SiteFormat } from '../site-format.ts';
import { readOhh } from './read.ts';

/** A brace at the start of a line, with the first key behind it or nothing. */
const BEGIN = /^[\s[,]{0,8}\{\s{0,8}(?:"|$)/;
/** One at the very start of a line is a new hand where the last one was cut short. */
const BEGIN_ANEW = /^\{\s{0,8}(?:"ohh"|$)/;

const follow = (): Follower => {
  let depth = 0;
  let isFirst = true;
  return (line) => {
    if (!isFirst && BEGIN_ANEW.test(line)) return 'next';
    isFirst = false;
    depth += depthOf(line);
    return depth > 0 ? 'within' : 'last';
  };
};

/** How many braces more a line opens than it closes, those in texts not counted. */
const depthOf = (line: string): number => {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < line.length; at++) {
    const letter = line[at];
    if (letter === '"') isText = !isText;
    else if (letter === '\\' && isText) at += 1;
    else if (letter === '{' && !isText) depth += 1;
    else if (letter === '}' && !isText) depth -= 1;
  }
  return depth;
};

export const ohh: SiteFormat = { site: 'ohh', begins: (line) => BEGIN.test(line), follow, parse: readOhh };
