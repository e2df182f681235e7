/**
 * Passwords known from leaks: the 49,000 most frequent, from zxcvbn's dictionary. They are what is tried first. Loaded
 * when the first password is set.
 */
let known: Promise<ReadonlySet<string>> | undefined;

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'].map((password) => password.toLowerCase()));
}

/** Also in other case: `PassWord1` is tried right after `password1`. */
export async function isKnownPassword(password: string): Promise<boolean> {
  known ??= load();
  return (await known).has(password.toLowerCase());
}
