/** Names and tones of actions: one tone for folding, one for checking and calling, and darker ones for larger bets. */
import { formatPct } from '../../../../lib/format-number.ts';
import { solveText } from '../../../../text/solve.ts';
import { formatBet } from '../figures.ts';
import type { ActionSummary } from '../work/protocol.ts';

type Named = Pick<ActionSummary, 'kind' | 'to' | 'allIn'>;

export type Tone = 'fold' | 'passive' | 'bet1' | 'bet2' | 'bet3' | 'bet4';

export function actionName({ kind, to, allIn }: Named): string {
  const { actions, allIn: all } = solveText.strategy;
  const name = kind === 'bet' || kind === 'raise' ? actions[kind](formatBet(to)) : actions[kind];
  return allIn && kind !== 'fold' && kind !== 'check' ? `${name} ${all}` : name;
}

const BET_TONES: readonly (readonly Tone[])[] = [
  [],
  ['bet2'],
  ['bet1', 'bet3'],
  ['bet1', 'bet2', 'bet4'],
  ['bet1', 'bet2', 'bet3', 'bet4'],
];

/** One a node's action. With more than four bets the middle ones share their tones. */
export function tonesOf(actions: readonly Named[]): readonly Tone[] {
  const bets = actions.filter(({ kind }) => kind === 'bet' || kind === 'raise').length;
  let at = 0;
  return actions.map(({ kind }) => {
    if (kind === 'fold') return 'fold';
    if (kind === 'check' || kind === 'call') return 'passive';
    const tones = BET_TONES[Math.min(bets, 4)] ?? [];
    const place = bets <= 4 ? at : Math.round((at / (bets - 1)) * 3);
    at += 1;
    return tones[place] ?? 'bet4';
  });
}

/** `Check 40.0%, Bet 60 60.0%`, for those who hear a bar. */
export function barWords(actions: readonly Named[], shares: readonly number[]): string {
  return actions.map((action, index) => `${actionName(action)} ${formatPct(shares[index] ?? 0, 1)}%`).join(', ');
}
