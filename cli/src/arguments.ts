/**
 * Reading the command's words. An option nobody knows is answered with the one that was probably meant; a value that
 * does not fit, with what would have been right.
 */
import { parseArgs } from 'node:util';
import { type Failure, wrongInput } from './failure.ts';
import { nearest } from './suggestion.ts';
import { say } from './text/en.ts';

/** A `string` may be given once; a `list` adds up, its values with blanks between. */
export type OptionTypes = Readonly<Record<string, 'string' | 'list' | 'boolean'>>;

/** The options given, by name, and the words that are no option. */
export interface Words {
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  readonly words: readonly string[];
}

/** Splits arguments into options and words. `command` is named in the advice. */
export function readWords(
  args: readonly string[],
  types: OptionTypes,
  command: string,
): { ok: true; value: Words } | { ok: false; error: Failure } {
  const options = Object.fromEntries(
    Object.entries(types).map(([name, type]) => [
      name,
      {
        type: type === 'boolean' ? ('boolean' as const) : ('string' as const),
        ...(name === 'help' ? { short: 'h' } : {}),
      },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const type = Object.hasOwn(types, token.name) ? types[token.name] : undefined;
    const wrong = (message: string, hint = say.seeHelp(command)) =>
      ({ ok: false, error: wrongInput(message, hint) }) as const;
    if (type === undefined) {
      const meant = nearest(token.name, Object.keys(types));
      return wrong(say.unknownOption(token.rawName), meant === null ? undefined : say.didYouMean(`--${meant}`));
    }
    if (type === 'boolean') {
      if (token.value !== undefined) return wrong(say.takesNoValue(token.rawName));
      flags.add(token.name);
    } else {
      const isOption = token.inlineValue === false && token.value?.startsWith('--') === true;
      if (token.value === undefined || isOption) return wrong(say.needsValue(token.rawName));
      const before = values.get(token.name);
      if (before !== undefined && type !== 'list') {
        const second = `${token.name}2`;
        return wrong(say.givenTwice(token.rawName), Object.hasOwn(types, second) ? say.secondOf(second) : undefined);
      }
      values.set(token.name, before === undefined ? token.value : `${before} ${token.value}`);
    }
  }
  return { ok: true, value: { values, flags, words } };
}
