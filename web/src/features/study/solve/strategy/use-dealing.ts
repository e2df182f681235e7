/** Going on with what is dealt, and back to where the street was played. */
import { text } from '../../../../text/en.ts';
import { useSolve } from '../solve-context.tsx';
import type { Step } from '../state.ts';
import type { SightSummary } from '../work/protocol.ts';

export interface DealProps {
  /** Of a place where cards are dealt. */
  readonly sight: SightSummary;
  readonly line: readonly Step[];
}

export interface Dealing {
  /** `dealt` as the kernel numbers it; `cards`, one a board, as the line shows it. */
  readonly deal: (dealt: number, cards: readonly number[], label: string) => void;
  readonly back: () => void;
}

export const cardName = (card: number): string => text.cardName(card >> 2, card & 3);

export function useDealing({ next, place }: SightSummary, line: readonly Step[]): Dealing {
  const { study } = useSolve();
  const before = line.at(-1)?.from;
  return {
    deal: (dealt, cards, label) => {
      if (next === null) return;
      const step: Step = { kind: 'card', label, cards, from: place };
      study.computing.look({ place: { dealt: [...place.dealt, dealt], node: next }, again: false }, [...line, step]);
    },
    back: () => {
      if (before !== undefined) study.computing.look({ place: before, again: false }, line.slice(0, -1));
    },
  };
}
