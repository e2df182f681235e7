/** An action of a tree in words: `x`, `c`, `f`, `b60`, `r180`, as a line writes them, to so many chips. */
import { handsText } from '../../text/hands.ts';

const words = handsText.replay.labels;

export function actionLabel(label: string, chips: (chips: number) => string): string {
  if (label === 'x') return words.check;
  if (label === 'c') return words.call;
  if (label === 'f') return words.fold;
  const to = Number(label.slice(1));
  if (!Number.isFinite(to) || label.length < 2) return label;
  return label.startsWith('b') ? words.bet(chips(to)) : words.raise(chips(to));
}
