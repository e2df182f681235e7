/** The left side: boards, chips, and what each player holds and may bet. */
import type { ReactElement } from 'react';
import { text } from '../../../../text/en.ts';
import { solveText } from '../../../../text/solve.ts';
import { Button } from '../../../../ui/button.tsx';
import { formatRatio } from '../figures.ts';
import { useSolve, useSolveState } from '../solve-context.tsx';
import { stackToPot } from '../spot/draft.ts';
import { saysDepth } from '../spot/edits.ts';
import { draftOf } from '../state.ts';
import { Advanced } from './advanced.tsx';
import { BoardField } from './board-field.tsx';
import { DraftField, ProblemNote } from './draft-field.tsx';
import { SeatEditor } from './seat-editor.tsx';
import styles from './solve-editor.module.css';

const words = solveText.spot;

export function SolveEditor(): ReactElement {
  return (
    <section className={styles.editor} aria-label={words.title}>
      <Boards />
      <Chips />
      <div className={styles.group}>
        <SeatEditor name="oop" />
        <SeatEditor name="ip" />
        <p className={styles.hint}>{words.sizesNote}</p>
        <TenMinutes />
      </div>
      <Others />
      <Advanced />
      <Locks />
    </section>
  );
}

function Boards(): ReactElement {
  const { study, setDeck } = useSolve();
  const two = useSolveState((state) => draftOf(state).twoBoards);
  const change = (on: boolean): void => {
    setDeck(null);
    study.setTwoBoards(on);
  };
  return (
    <div className={styles.group}>
      <BoardField
        field="board"
        name={two ? text.spot.board1 : words.board}
        placeholder={two ? words.boardPlaceholderTwo : words.boardPlaceholder}
        places={5}
        action={
          two ? null : (
            <Button look="quiet" icon="plus" onClick={() => change(true)}>
              {text.spot.addBoard}
            </Button>
          )
        }
      />
      {two ? (
        <BoardField
          field="board2"
          name={words.board2}
          placeholder={words.boardPlaceholderTwo}
          places={5}
          action={
            <Button look="quiet" icon="close" onClick={() => change(false)}>
              {text.spot.removeBoard}
            </Button>
          }
        />
      ) : null}
      <BoardField field="dead" name={words.dead} placeholder={words.deadPlaceholder} places={0} />
    </div>
  );
}

function Chips(): ReactElement {
  const ratio = useSolveState((state) => stackToPot(draftOf(state)));
  return (
    <div className={styles.chips}>
      <div className={styles.number}>
        <span className={styles.label} aria-hidden="true">
          {words.pot}
        </span>
        <DraftField field="pot" label={words.pot} placeholder="60" silent />
      </div>
      <div className={styles.number}>
        <span className={styles.label} aria-hidden="true">
          {words.stack}
        </span>
        <DraftField field="stack" label={words.stack} placeholder="540" describedBy="stack-note" silent />
      </div>
      <output className={styles.spr} aria-label={words.spr}>
        {ratio === null ? words.noSpr : words.sprOf(formatRatio(ratio))}
      </output>
      <ProblemNote field="pot" name={words.pot} />
      <ProblemNote field="stack" name={words.stack} />
      <small id="stack-note" className={styles.hint}>
        {words.stackNote}
      </small>
    </div>
  );
}

function TenMinutes(): ReactElement | null {
  const { study, say } = useSolve();
  const offered = useSolveState((state) => saysDepth(draftOf(state)));
  if (!offered) return null;
  const take = (): void => say(study.takeTenMinutes() ? words.tenMinutesTaken : words.tenMinutesThere);
  return (
    <div className={styles.preset}>
      <Button icon="tree" aria-describedby="ten-minutes-note" onClick={take}>
        {words.tenMinutes}
      </Button>
      <small id="ten-minutes-note" className={styles.hint}>
        {words.tenMinutesNote}
      </small>
    </div>
  );
}

/** Mistakes that no field shows, such as a tree in which nobody can bet. */
function Others(): ReactElement | null {
  const reading = useSolveState((state) => state.reading);
  const draft = useSolveState(draftOf);
  if (reading === null || reading.draft !== draft || reading.report.others.length === 0) return null;
  return (
    <div className={styles.others} role="alert">
      <p className={styles.othersTitle}>{words.others}</p>
      {reading.report.others.map(({ field, message, hint }) => (
        <p key={`${field} ${message}`}>
          {message} {hint}
        </p>
      ))}
    </div>
  );
}

function Locks(): ReactElement | null {
  const { study } = useSolve();
  const count = useSolveState((state) => draftOf(state).locks.length);
  if (count === 0) return null;
  return (
    <p className={styles.locks}>
      {words.locks(count)}
      <Button onClick={study.clearLocks}>{words.clearLocks}</Button>
    </p>
  );
}
