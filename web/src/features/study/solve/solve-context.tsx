/** What every view of the screen shares: the controller, the deck that is open, and a voice for short news. */
import { createContext, type ReactElement, type ReactNode, useContext, useMemo, useState } from 'react';
import { useStore } from '../../../lib/store.ts';
import type { SolveController } from './controller.ts';
import type { CardsField, SolveField } from './spot/draft.ts';
import type { SolveState } from './state.ts';

interface SolveContextValue {
  readonly study: SolveController;
  /** The field whose deck is unfolded. */
  readonly deck: CardsField | null;
  readonly setDeck: (field: CardsField | null) => void;
  readonly notice: string;
  readonly say: (notice: string) => void;
}

const SolveContext = createContext<SolveContextValue | null>(null);

export function SolveProvider({ study, children }: { study: SolveController; children: ReactNode }): ReactElement {
  const [deck, setDeck] = useState<CardsField | null>(null);
  const [notice, setNotice] = useState('');
  const value = useMemo(() => ({ study, deck, setDeck, notice, say: setNotice }), [study, deck, notice]);
  return <SolveContext value={value}>{children}</SolveContext>;
}

export function useSolve(): SolveContextValue {
  const value = useContext(SolveContext);
  if (value === null) throw new Error('useSolve outside SolveProvider');
  return value;
}

export function useSolveState<P>(pick: (state: SolveState) => P): P {
  return useStore(useSolve().study.store, pick);
}

/** Ids of the fields on the page, for labels and focus. */
export function solveFieldId(field: SolveField): string {
  return `solve-${field.replace(/\W/g, '-')}`;
}
