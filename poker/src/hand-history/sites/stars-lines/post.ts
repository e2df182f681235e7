/**
 * Antes, blinds and straddles. Lines name the blind, not what it is: the first small blind and the first big blind of a
 * hand are the blinds; another one belongs to a player who comes in or comes back, the small blind dead, the big blind live.
 * So does a small blind behind the big blind: its own seat was empty then.
 */
import { handMistakes } from '../../../text/en-hands.ts';
import { readAmount } from '../../reading/amount.ts';
import type { HandDraft, SeatIndex } from '../../reading/hand-draft.ts';

type Poster = (player: SeatIndex, chips: number, draft: HandDraft) => void;

const smallBlind: Poster = (player, chips, draft) =>
  draft.post(player, draft.chips.hasBlinds ? 'dead' : 'small-blind', chips);

const bigBlind: Poster = (player, chips, draft) =>
  draft.post(player, draft.chips.hasBigBlind ? 'late' : 'big-blind', chips);

/** The big blind is live, what is above it dead; whoever has less than both has the live part first. */
const bothBlinds: Poster = (player, chips, draft) => {
  const live = Math.min(chips, draft.head.bigBlind);
  if (chips > live) draft.post(player, 'dead', chips - live);
  draft.post(player, 'late', live);
};

const missedBlind: Poster = (player, chips, draft) =>
  draft.post(player, chips > draft.head.smallBlind ? 'late' : 'dead', chips);

/** The line tells what lies in front of the player then, so that a straddler who is a blind, or straddles again, adds less. */
const straddle: Poster = (player, chips, draft) =>
  draft.post(player, 'straddle', Math.max(0, chips - draft.chips.betOf(player)));

const POSTS: readonly (readonly [words: string, poster: Poster])[] = [
  ['posts small blind ', smallBlind],
  ['posts big blind ', bigBlind],
  ['posts small & big blinds ', bothBlinds],
  ['posts the ante ', (player, chips, draft) => draft.post(player, 'ante', chips)],
  ['posts ante ', (player, chips, draft) => draft.post(player, 'ante', chips)],
  ['posts missed blind ', missedBlind],
  ['posts dead blind ', (player, chips, draft) => draft.post(player, 'dead', chips)],
  ['posts straddle ', straddle],
  ['straddle ', straddle],
];

export const readPost = (player: SeatIndex, what: string, line: string, draft: HandDraft): void => {
  const found = POSTS.find(([words]) => what.startsWith(words));
  if (found === undefined) {
    draft.fail('unreadable', handMistakes.unreadableLine(line));
    return;
  }
  const [words, poster] = found;
  const chips = readAmount(what, draft.head.money.decimals, words.length);
  if (chips === null) draft.fail('unreadable', handMistakes.unreadableAmount(line));
  else poster(player, chips, draft);
};
