/** What every part of the replayer looks at: the hand as replayed, where it stands, and how amounts are shown. */
import type { HandCourse, Replay, TableState } from '@ploscope/poker';
import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { formatChips, formatSigned, type Scale, type Unit } from '../money.ts';
import type { Stop } from './stops.ts';

export interface Replaying {
  readonly replay: Replay;
  readonly course: HandCourse;
  readonly stops: readonly Stop[];
  /** Place of the stop that is shown. */
  readonly stop: number;
  readonly goTo: (stop: number) => void;
  readonly unit: Unit;
  readonly scale: Scale;
  /** Hands are shown from the start, or as they were seen while it was played. */
  readonly open: boolean;
}

const Context = createContext<Replaying | null>(null);

export function ReplayProvider({ value, children }: { value: Replaying; children: ReactNode }): ReactElement {
  return <Context value={value}>{children}</Context>;
}

export interface ReplayFace extends Replaying {
  readonly now: Stop;
  readonly state: TableState;
  readonly chips: (chips: number) => string;
  readonly signed: (chips: number) => string;
}

export function useReplay(): ReplayFace {
  const replaying = useContext(Context);
  if (replaying === null) throw new Error('There is no replay around this.');
  const { replay, stops, stop, scale, unit } = replaying;
  const now = stops[stop] ?? stops[0];
  const state = replay.states[now?.at ?? 0];
  if (now === undefined || state === undefined) throw new Error('A replay stops somewhere.');
  return {
    ...replaying,
    now,
    state,
    chips: (amount) => formatChips(amount, scale, unit),
    signed: (amount) => formatSigned(amount, scale, unit),
  };
}
