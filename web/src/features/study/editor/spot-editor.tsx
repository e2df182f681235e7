/** The left side: who holds what, on which board, with which cards dead. */
import type { ReactElement } from 'react';
import { text } from '../../../text/en.ts';
import { Button } from '../../../ui/button.tsx';
import { mostPlayers } from '../spot/draft.ts';
import { draftOf } from '../state.ts';
import { useStudy, useStudyState } from '../study-context.tsx';
import { CardsRow } from './cards-row.tsx';
import styles from './editor.module.css';
import { PlayerRow } from './player-row.tsx';

export function SpotEditor(): ReactElement {
  const { study, closePanel } = useStudy();
  const draft = useStudyState(draftOf);
  const two = draft.board2 !== null;
  const most = mostPlayers(draft.game);
  const fullTable = draft.players.length >= most;
  return (
    <section className={styles.editor} aria-label={text.spot.title}>
      <div className={styles.group}>
        <h2 className={styles.heading}>{text.spot.players}</h2>
        <ol className={styles.players}>
          {draft.players.map((player, row) => (
            <PlayerRow key={player.id} row={row} />
          ))}
        </ol>
        <Button
          look="quiet"
          icon="plus"
          disabled={fullTable}
          title={fullTable ? text.spot.tooMany(most) : undefined}
          onClick={study.addPlayer}
        >
          {text.spot.addPlayer}
        </Button>
      </div>
      <div className={styles.group}>
        <CardsRow
          field="board"
          name={two ? text.spot.board1 : text.spot.board}
          placeholder={text.spot.boardPlaceholder}
          places={5}
          action={
            two ? null : (
              <Button look="quiet" icon="plus" onClick={() => study.setSecondBoard(true)}>
                {text.spot.addBoard}
              </Button>
            )
          }
        />
        {two ? (
          <CardsRow
            field="board2"
            name={text.spot.board2}
            placeholder={text.spot.boardPlaceholder}
            places={5}
            action={
              <Button
                look="quiet"
                icon="close"
                onClick={() => {
                  closePanel();
                  study.setSecondBoard(false);
                }}
              >
                {text.spot.removeBoard}
              </Button>
            }
          />
        ) : null}
        <CardsRow field="dead" name={text.spot.dead} placeholder={text.spot.deadPlaceholder} places={0} />
      </div>
    </section>
  );
}
