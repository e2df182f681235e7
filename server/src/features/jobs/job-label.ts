/** A few words that tell one job from another in a list, made of what was asked: nothing has to be remembered for it. */
const MOST_CHARS = 80;
const GAMES: Readonly<Record<string, string>> = { plo4: 'PLO4', plo5: 'PLO5', plo6: 'PLO6', holdem: 'Hold’em' };

/** `request`: what was submitted, already checked when it was. */
export function jobLabel(request: unknown): string {
  const { game, board, board2, pot, stack, hands } = request as Readonly<Record<string, unknown>>;
  const name = GAMES[String(game ?? 'plo4').toLowerCase()] ?? 'PLO4';
  const boards = [board, board2].filter((text) => typeof text === 'string' && text !== '').join(' and ');
  const about = Array.isArray(hands) ? hands.join(' v ') : `pot ${String(pot)}, stack ${String(stack)}`;
  const label = [name, boards].filter((part) => part !== '').join(' ');
  const whole = `${label}, ${about}`;
  return whole.length <= MOST_CHARS ? whole : `${whole.slice(0, MOST_CHARS - 1)}…`;
}
