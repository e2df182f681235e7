/** A hand on its way to the replayer without being stored. The browser keeps it as long as the tab, for a reload. */

const KEY = 'ploscope.hands.replayed';
let handed = '';

export function handOverText(text: string): void {
  handed = text;
  try {
    window.sessionStorage.setItem(KEY, text);
  } catch {
    // Too long, or storage is switched off: a reload loses it.
  }
}

/** Empty where there is none. */
export function handedText(): string {
  if (handed !== '') return handed;
  try {
    return window.sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
