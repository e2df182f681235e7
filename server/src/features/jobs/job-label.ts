/** A few words that tell one job from another in a list, made of what was asked: nothing has to be remembered for it. */
import { DEFAULT_SOLVE_TARGET, type SolveOptions } from '@ploscope/contracts';

const MOST_CHARS = 80;
const GAMES: Readonly<Record<string, string>> = { plo4: 'PLO4', plo5: 'PLO5', plo6: 'PLO6', holdem: 'Hold’em' };

/** `request`: what was submitted, already checked when it was. */
export function jobLabel(request: unknown): string {
  const { game, board, board2, pot, stack, hands, options } = request as Readonly<Record<string, unknown>>;
  const name = GAMES[String(game ?? 'plo4').toLowerCase()] ?? 'PLO4';
  const boards = [board, board2].filter((text) => typeof text === 'string' && text !== '').join(' and ');
  const about = Array.isArray(hands)
    ? hands.join(' v ')
    : `pot ${String(pot)}, stack ${String(stack)}, ${aimOf((options ?? {}) as SolveOptions)}`;
  const label = [name, boards].filter((part) => part !== '').join(' ');
  const whole = `${label}, ${about}`;
  return whole.length <= MOST_CHARS ? whole : `${whole.slice(0, MOST_CHARS - 1)}…`;
}

/** Where a solve means to stop: `to 0.3%` of the pot, or its iterations. */
function aimOf({ target, iterations }: SolveOptions): string {
  if (target === undefined && iterations !== undefined) return `${iterations.toLocaleString('en-US')} iterations`;
  const share = target ?? DEFAULT_SOLVE_TARGET;
  // Who wants none sends one that nothing comes down to.
  return share < 1e-6 ? 'as far as it gets' : `to ${Number((share * 100).toPrecision(3))}%`;
}
