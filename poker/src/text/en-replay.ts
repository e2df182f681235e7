/** What is said of a played hand that does not come out as its source tells. Amounts come written already. */
import type { HandStreet } from '../table/table-state.ts';

export const replayMistakes = {
  againstRules: (place: number, kind: string, name: string | null, sentence: string): string =>
    `Operation ${place}, ${kind}${name === null ? '' : ` of ${name}`}: ${sentence}`,
  setup: (sentence: string): string => `The table: ${sentence}`,
  endsBefore: (street: HandStreet, name: string | null): string =>
    name === null
      ? `The hand ends ${ON[street]}, before it is over.`
      : `The hand ends ${ON[street]}, where ${name} has to act.`,
  unknownCards: (names: readonly string[]): string =>
    `The cards of ${names.join(' and ')} are not told, and who wins cannot be worked out without them.`,
  differs: (what: string, told: string, found: string): string =>
    `${what}: the source tells ${told}, the rules come to ${found}.`,
  won: (name: string): string => `What ${name} won`,
  returned: (name: string): string => `What came back to ${name}`,
  stack: (name: string): string => `The stack of ${name} at the end`,
  pot: (): string => 'The pot',
  pots: (): string => 'The pots',
  listLength: (list: 'won' | 'returned' | 'stacks', told: number, players: number): string =>
    `${LISTS[list]} told for ${told} players; there are ${players}.`,
} as const;

const ON: Readonly<Record<HandStreet, string>> = {
  preflop: 'before the flop',
  flop: 'on the flop',
  turn: 'on the turn',
  river: 'on the river',
};

const LISTS = { won: 'What was won is', returned: 'What came back is', stacks: 'The stacks at the end are' } as const;
