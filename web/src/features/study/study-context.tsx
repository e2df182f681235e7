/** What every view of the study shares: the controller, the panel that is open, and a voice for short news. */
import { createContext, type ReactElement, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useStore } from '../../lib/store.ts';
import type { StudyController } from './controller.ts';
import type { FieldName } from './spot/draft.ts';
import type { StudyState } from './state.ts';

/** What is unfolded under a field: the deck, or the range's classes. One at a time. */
export interface Panel {
  readonly field: FieldName;
  readonly kind: 'cards' | 'range';
}

interface StudyContextValue {
  readonly study: StudyController;
  readonly panel: Panel | null;
  readonly togglePanel: (panel: Panel) => void;
  readonly closePanel: () => void;
  /** The field last worked in; shortcuts act on it. */
  readonly lastField: FieldName;
  readonly setLastField: (field: FieldName) => void;
  readonly notice: string;
  readonly say: (notice: string) => void;
}

const StudyContext = createContext<StudyContextValue | null>(null);

export function StudyProvider({ study, children }: { study: StudyController; children: ReactNode }): ReactElement {
  const [panel, setPanel] = useState<Panel | null>(null);
  const [lastField, setLastField] = useState<FieldName>('hands[0]');
  const [notice, setNotice] = useState('');
  const togglePanel = useCallback((next: Panel) => {
    setLastField(next.field);
    setPanel((now) => (now?.field === next.field && now.kind === next.kind ? null : next));
  }, []);
  const closePanel = useCallback(() => setPanel(null), []);
  const value = useMemo(
    () => ({ study, panel, togglePanel, closePanel, lastField, setLastField, notice, say: setNotice }),
    [study, panel, togglePanel, closePanel, lastField, notice],
  );
  return <StudyContext value={value}>{children}</StudyContext>;
}

export function useStudy(): StudyContextValue {
  const value = useContext(StudyContext);
  if (value === null) throw new Error('useStudy outside StudyProvider');
  return value;
}

export function useStudyState<P>(pick: (state: StudyState) => P): P {
  return useStore(useStudy().study.store, pick);
}

/** Ids of the fields on the page, for labels, focus and shortcuts. */
export function fieldId(field: FieldName): string {
  return `field-${field.replace(/\W/g, '')}`;
}
