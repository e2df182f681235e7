/**
 * Texts that hands have in common: a document `hand/1` and a hand of PokerStars, with the words that come often towards the
 * end, where they cost least. Part of how rows are written: it never changes (see `packing.ts`).
 */

const DOCUMENT = [
  '{"hand":"hand/1","site":"pokerstars","id":"2500000000","playedAt":"2026-01-01T00:00:00Z","table":"","seats":9,',
  '"tournament":{"id":"","buyIn":"$10+$1"},"money":{"currency":"chips","decimals":0},"game":"holdem","betting":"no-limit",',
  '"tournament":null,"money":{"currency":"EUR","decimals":2},"game":"plo5","betting":"pot-limit","opening":"preflop",',
  '"tournament":null,"money":{"currency":"USD","decimals":2},"game":"plo4","betting":"pot-limit","opening":"preflop",',
  '"boards":1,"smallBlind":50,"bigBlind":100,"ante":0,"players":[{"name":"","seat":1,"stack":10000},{"name":"","seat":2,',
  '"stack":20000},{"name":"","seat":6,"stack":10000}],"hero":3,"operations":[{"kind":"post","player":0,"as":"ante",',
  '"chips":10},{"kind":"post","player":1,"as":"straddle","chips":200},{"kind":"run","times":2},{"kind":"muck","player":2},',
  '{"kind":"cash-out","player":1,"chips":900},{"kind":"post","player":0,"as":"small-blind","chips":50},{"kind":"post",',
  '"player":1,"as":"big-blind","chips":100},{"kind":"deal","player":2,"cards":[12,25,38,51]},{"kind":"bet","player":3,',
  '"to":350},{"kind":"call","player":0,"chips":300},{"kind":"fold","player":1},{"kind":"board","board":0,"cards":[0,13,26]},',
  '{"kind":"check","player":0},{"kind":"check","player":3},{"kind":"board","board":0,"cards":[39]},{"kind":"show","player":0,',
  '"cards":[1,2,3,4]}],"told":{"pot":750,"rake":35,"fees":null,"won":[0,0,0,715],"returned":[0,0,0,0],"pots":null,',
  '"stacks":null}}',
].join('');

const TEXT = `PokerStars Zoom Hand #250000000000:  Hold'em No Limit ($0.50/$1.00 USD) - 2026/01/01 12:00:00 CET [2026/01/01 6:00:00 ET]
PokerStars Hand #250000000000:  Omaha Pot Limit ($0.50/$1.00 USD) - 2026/01/01 12:00:00 ET
Table 'Antares' 6-max Seat #6 is the button
Seat 1: one ($100.00 in chips)
Seat 2: two ($88.75 in chips) is sitting out
Seat 3: three (€100 in chips)
one: posts the ante $0.10
one: posts small blind $0.50
two: posts big blind $1.00
*** HOLE CARDS ***
Dealt to three [Ah Kh Qd Js]
three: raises $2.50 to $3.50
one: folds
two: calls $2.50
*** FLOP *** [Th 7h 2c]
two: checks
three: bets $5.25
two: calls $5.25
*** TURN *** [Th 7h 2c] [9s]
two: checks
three: checks
*** RIVER *** [Th 7h 2c 9s] [4h]
two: raises $20 to $40 and is all-in
three: calls $20 and is all-in
Uncalled bet ($8.50) returned to two
*** SHOW DOWN ***
two: shows [Td Tc 9d 8c] (three of a kind, Tens)
three: mucks hand
two collected $35.50 from side pot
two collected $35.50 from main pot
two collected $35.50 from pot
*** SUMMARY ***
Total pot $37.25 Main pot $20. Side pot $17.25. | Rake $1.75
Board [Th 7h 2c 9s 4h]
Seat 1: one (small blind) folded before Flop (didn't bet)
Seat 2: two (big blind) showed [Td Tc 9d 8c] and won ($35.50) with three of a kind, Tens
Seat 3: three (button) mucked [Ah Kh Qd Js] and lost with a flush, Ace high
Seat 6: four (button) folded on the Flop
`;

export const DICTIONARY = `${TEXT}${DOCUMENT}`;
