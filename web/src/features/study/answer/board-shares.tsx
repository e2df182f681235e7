/** Two boards: each player's equity on either, and how much of the whole pot they take together. */
import type { ReactElement } from 'react';
import { text } from '../../../text/en.ts';
import type { Answered } from '../state.ts';
import { ShareTable } from './share-table.tsx';

const PARTS = ['all', 'threeQuarters', 'half', 'quarter', 'none', 'other'] as const;

export function BoardShares({ answered }: { answered: Answered }): ReactElement | null {
  const { players } = answered.answer;
  if (players.every((player) => player.joint === null)) return null;
  const boards = [text.spot.board1, text.spot.board2].map((name, board) => ({
    name,
    shares: players.map((player) => player.boards[board]?.equity ?? 0),
  }));
  const joint = PARTS.map((part) => ({
    name: text.answer.jointNames[part],
    part,
    shares: players.map((player) => player.joint?.[part] ?? 0),
  })).filter(({ part, shares }) => part !== 'other' || shares.some((share) => share > 0));
  return (
    <>
      <ShareTable caption={text.answer.perBoard} answered={answered} rows={boards} />
      <ShareTable caption={text.answer.joint} answered={answered} rows={joint} />
    </>
  );
}
