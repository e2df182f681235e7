/** In which unit this player reads amounts; kept by the browser. */
import type { Unit } from './money.ts';

const KEY = 'ploscope.hands.unit';

export function rememberedUnit(): Unit {
  try {
    return window.localStorage.getItem(KEY) === 'money' ? 'money' : 'bb';
  } catch {
    return 'bb';
  }
}

export function rememberUnit(unit: Unit): void {
  try {
    window.localStorage.setItem(KEY, unit);
  } catch {
    // Storage is switched off; the choice lasts as long as the page.
  }
}
