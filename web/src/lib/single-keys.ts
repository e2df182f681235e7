/** Whether single letters are shortcuts: the player may switch them off, for every room at once. */
const SWITCH = 'ploscope.single-keys';

export function singleKeysOn(): boolean {
  try {
    return window.localStorage.getItem(SWITCH) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    window.localStorage.setItem(SWITCH, on ? 'on' : 'off');
  } catch {
    // Without storage the switch cannot be kept; the keys stay on.
  }
}
