/** A field of the draft: its text, its mistake underlined where it stands, and the sentence about it. */
import { type ReactElement, type ReactNode, useMemo } from 'react';
import { text } from '../../../../text/en.ts';
import { NotationField } from '../../../../ui/notation-field.tsx';
import { solveFieldId, useSolve, useSolveState } from '../solve-context.tsx';
import { type SolveField, textOf } from '../spot/draft.ts';
import type { DraftProblem } from '../spot/problems.ts';
import { draftOf, type SolveState } from '../state.ts';
import styles from './solve-editor.module.css';

export interface DraftFieldProps {
  readonly field: SolveField;
  readonly label: string;
  readonly placeholder: string;
  /** Ids of what describes the field besides its mistake. */
  readonly describedBy?: string;
  readonly trailing?: ReactNode;
  /** The sentence stands elsewhere, under a row of fields. */
  readonly silent?: boolean;
}

export function DraftField({
  field,
  label,
  placeholder,
  describedBy,
  trailing,
  silent,
}: DraftFieldProps): ReactElement {
  const { study } = useSolve();
  const written = useSolveState((state) => textOf(draftOf(state), field));
  const problem = useProblem(field);
  const id = solveFieldId(field);
  return (
    <div className={styles.field}>
      <NotationField
        id={id}
        value={written}
        label={label}
        placeholder={placeholder}
        wrong={problem}
        describedBy={describedBy === undefined ? noteId(field) : `${noteId(field)} ${describedBy}`}
        onChange={(value) => study.setText(field, value)}
        trailing={trailing}
      />
      {silent ? null : <ProblemNote field={field} />}
    </div>
  );
}

const noteId = (field: SolveField): string => `${solveFieldId(field)}-note`;

export function ProblemNote({ field, name }: { field: SolveField; name?: string }): ReactElement {
  const problem = useProblem(field);
  return (
    <div id={noteId(field)} className={styles.note} aria-live="polite">
      {problem === null ? null : (
        <p className={styles.problem}>
          {name === undefined ? null : <b>{name}: </b>}
          <span className="visually-hidden">{text.spot.at(problem.at + 1)}</span>
          {problem.message} {problem.hint === null ? null : <span className={styles.remedy}>{problem.hint}</span>}
        </p>
      )}
    </div>
  );
}

/** The mistake of a field, as long as the text that was read is the text that is shown. */
function useProblem(field: SolveField): DraftProblem | null {
  const reading = useSolveState((state) => state.reading);
  const estimating = useSolveState((state) => state.estimating);
  const draft = useSolveState(draftOf);
  return useMemo(() => problemOf({ reading, estimating }, draft, field), [reading, estimating, draft, field]);
}

function problemOf(
  { reading, estimating }: Pick<SolveState, 'reading' | 'estimating'>,
  draft: ReturnType<typeof draftOf>,
  field: SolveField,
): DraftProblem | null {
  const written = textOf(draft, field);
  const found = reading?.report.problems.find((problem) => problem.field === field);
  if (reading !== null && found !== undefined && textOf(reading.draft, field) === written) return found;
  // What only shows once ranges are expanded, such as a range that the board leaves empty.
  if (estimating.kind !== 'refused' || estimating.draft !== draft || estimating.refusal.field !== field) return null;
  const { message, hint } = estimating.refusal;
  return { field, message, hint, at: 0, end: written.length };
}
