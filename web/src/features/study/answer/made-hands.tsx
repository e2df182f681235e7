/** How often each player ends with each made hand, best hand first; per board where there are two. */
import { MADE_HANDS } from '@ploscope/kernel';
import type { ReactElement } from 'react';
import { text } from '../../../text/en.ts';
import type { Answered } from '../state.ts';
import { ShareTable } from './share-table.tsx';

const BEST_FIRST = [...MADE_HANDS].reverse();

export function MadeHands({ answered }: { answered: Answered }): ReactElement {
  const { players } = answered.answer;
  const boards = players[0]?.madeHands?.length ?? 0;
  const names = boards > 1 ? [text.spot.board1, text.spot.board2] : [text.detail.madeCaption];
  return (
    <>
      {names.map((name, board) => (
        <ShareTable
          key={name}
          caption={name}
          answered={answered}
          rows={BEST_FIRST.map((made) => ({
            name: text.detail.made[made],
            shares: players.map((player) => player.madeHands?.[board]?.[made] ?? 0),
          }))}
        />
      ))}
    </>
  );
}
