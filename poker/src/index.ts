/** The poker room's face: cards, hands, ranges, orderings, spots, and equity jobs and answers. No Node, no DOM. */
export {
  type Card,
  cardOf,
  formatCard,
  formatCards,
  parseCard,
  parseCards,
  RANKS,
  rankOf,
  SUITS,
  suitOf,
} from './cards.ts';
export { type CategoryNode, categoryTree } from './category/category-tree.ts';
export { type ComboCategories, type ComboKinds, comboCategories } from './category/combo-categories.ts';
export { type EquityAnswer, equityAnswer, jobErrorText, type PlayerAnswer } from './equity/answer.ts';
export { type EquityOptions, equityJob, orderingsOfSpot } from './equity/equity-job.ts';
export { equityGraph } from './equity/graph.ts';
export {
  comboCount,
  DEFAULT_GAME,
  GAME_NAMES,
  GAMES,
  type Game,
  HOLE_CARDS,
  isGame,
  MIN_PLAYERS,
  maxPlayers,
} from './games.ts';
export { formatCanonicalHand } from './hand-history/canonical-hand.ts';
export { type Cut, type CutError, type CutHand, HandCutter } from './hand-history/cut-hands.ts';
export { EXPORT_ENDINGS, EXPORT_FORMS, type ExportForm, exportHand, exportHands } from './hand-history/export-hands.ts';
export { HAND_ERROR_CODES, type HandError, type HandErrorCode } from './hand-history/hand-error.ts';
export { formatChips } from './hand-history/money.ts';
export {
  HAND_VERSION,
  type HandPlayer,
  type Money,
  type PlayedHand,
  SITES,
  type Site,
  type Told,
  type Tournament,
} from './hand-history/played-hand.ts';
export { type Replay, type ReplayStep, replay, setupOf, stepsOf } from './hand-history/replay.ts';
export { SITE_FORMATS } from './hand-history/sites/site-formats.ts';
export { formatHand, parseHand } from './hands.ts';
export { orderingKeys } from './ordering/keys.ts';
export type { Ordering, OrderingHeader, OrderingName, Orderings } from './ordering/ordering.ts';
export { formatOrdering, type OrderingError, parseOrdering } from './ordering/ordering-file.ts';
export { matchesBoardPattern } from './range/board-pattern.ts';
export { type RangeCombos, rangeCombos } from './range/combos.ts';
export { countRange, type RangeCount } from './range/count.ts';
export { formatRange } from './range/format.ts';
export { listRange, type Page } from './range/list.ts';
export { orderingsOf } from './range/orderings-of.ts';
export { MAX_RANGE_LENGTH, parseRange } from './range/parse.ts';
export type { Range, RangeView } from './range/range.ts';
export { weightOf } from './range/weight-of.ts';
export type { Result, TextError } from './result.ts';
export { type ActionWorth, comboOf, type DecisionLoss, decisionLoss } from './review/decision-loss.ts';
export { DEFAULT_PROFILE } from './review/default-profile.ts';
export { narrowedRange } from './review/narrowed-range.ts';
export { checkProfile, type RangeProfile } from './review/range-profile.ts';
export type { ReviewProblem } from './review/review-problem.ts';
export {
  type DecisionSpot,
  type ReviewDecision,
  type ReviewOptions,
  type ReviewSpot,
  reviewSpot,
  reviewSpots,
} from './review/review-spot.ts';
export { countedFromNode } from './solve/counted-from-node.ts';
export { type Kinds, type NodeSums, sumNode, sumNodeBy } from './solve/node-sums.ts';
export { formatDealt, formatLine, type LineStep, type PlacedStep, parseLine } from './solve/parse-line.ts';
export { formatSize, parseSize, type Size, type SizeUse } from './solve/parse-size.ts';
export { openPlos } from './solve/plos/open-plos.ts';
export type { ByteSink, Plos, PlosError, PlosHeader } from './solve/plos/plos.ts';
export { plosJob } from './solve/plos/plos-job.ts';
export { writePlos } from './solve/plos/write-plos.ts';
export { tenMinuteTree, withTenMinuteTree } from './solve/presets/ten-minutes.ts';
export { isFlopOfTwoBoards, solveErrorText } from './solve/solve-error-text.ts';
export { orderingsOfSolveSpot, type PreparedSolve, type SolveOptions, solveJob } from './solve/solve-job.ts';
export { STREETS, type Street } from './solve/streets.ts';
export type { BetTree, BySeat, Seat, TreeAction, TreeNode, TreeStreet } from './solve/tree/bet-tree.ts';
export { buildTree } from './solve/tree/build-tree.ts';
export { flatten, rakeOf } from './solve/tree/flatten.ts';
export { type LinePlace, walkLine } from './solve/walk-line.ts';
export { classCount, classHands, classOfEveryCombo, classSizes, handClass } from './space/classes.ts';
export { comboAt, comboIndex } from './space/combo-index.ts';
export { type AnySpot, isSolveForm, parseAnySpot } from './spot/any-spot.ts';
export { canonicalSpot, formatSpot, spotId } from './spot/canonical.ts';
export { canonicalSolveSpot, formatSolveSpot, solveSpotId } from './spot/canonical-solve.ts';
export { type Entry, formatEntry, parseEntry } from './spot/entry.ts';
export { givesTree } from './spot/given-tree.ts';
export { parseSolveSpot } from './spot/parse-solve-spot.ts';
export { parseSpot } from './spot/parse-spot.ts';
export { formatPermalink, parsePermalink } from './spot/permalink.ts';
export { formatSolvePermalink, isSolvePermalink, parseSolvePermalink } from './spot/solve-permalink.ts';
export type {
  HandsLock,
  LockShares,
  OopSide,
  Rake,
  SolveSide,
  SolveSpot,
  SpotLock,
  StreetSizes,
} from './spot/solve-spot.ts';
export { SPOT_VERSION, type Spot, type SpotError } from './spot/spot.ts';
export { parseSpotForm } from './spot/spot-form.ts';
export { type AllIn, adjust, adjustedNets, allInOf } from './statistics/all-in.ts';
export { FACTS_VERSION, factsOf, type HandFacts, type MadeStreet } from './statistics/facts.ts';
export { formatFilterText, parseFilterText } from './statistics/filter-text.ts';
export { courseOf, type HandCourse, type PlayedAction } from './statistics/hand-course.ts';
export {
  FILTER_FIELDS,
  type FilterField,
  type FilterKey,
  type HandFilter,
  type Span,
} from './statistics/hand-filter.ts';
export { filterMatcher, matchesFilter } from './statistics/match-filter.ts';
export { POSITIONS, type Position } from './statistics/positions.ts';
export { POT_TYPES, type PotType } from './statistics/pot-type.ts';
export { readHandFilter, timesOf } from './statistics/read-hand-filter.ts';
export { STATISTICS, type Statistic, type StatisticKey } from './statistics/statistics.ts';
export { type StatisticValue, statisticsOf } from './statistics/statistics-of.ts';
export { addTally, emptyTally, TALLY_LENGTH, TALLY_VERSION, type Tally, talliesOf } from './statistics/tally.ts';
export { TEXTURE_KINDS, TEXTURES, type Texture, type TextureKind } from './statistics/texture.ts';
export { type HandResult, MAX_POINTS, type Rate, type RunPoint, WinRate } from './statistics/win-rate.ts';
export { type Choices, can, isBettingOver, liveCount } from './table/betting.ts';
export { cardsDue } from './table/dealing.ts';
export { canBeRanked, madeHand, type Strength, strengthOf } from './table/made-hand.ts';
export type { Decision, Operation, PlayerIndex, PostKind } from './table/operation.ts';
export { blindsOf, NO_POSTS, openingPosts, type Post, type TablePosts } from './table/posts.ts';
export { type BarePot, type Pots, potsOf } from './table/pots.ts';
export { NO_RAKE, type Rake as TableRake } from './table/rake.ts';
export { type Refusal, type RefusalCode, refusalText } from './table/refusal.ts';
export { settle } from './table/settle.ts';
export type { Award, Pot, Settlement } from './table/settlement.ts';
export { BETTINGS, type Betting, type Opening, type TableSetup } from './table/setup.ts';
export { isContending, showOrder } from './table/showdown.ts';
export { apply, openTable, verify, verifySetup } from './table/table.ts';
export { HAND_STREETS, type HandStreet, type Phase, potOf, type TableState } from './table/table-state.ts';
export { POSITION_NAMES, POT_TYPE_NAMES, TEXTURE_TEXTS } from './text/en-facts.ts';
export { FILTER_TEXTS } from './text/en-filter.ts';
export { GROUP_NAMES, HOUSE_ESTIMATE, UNIT_NAMES } from './text/en-statistics.ts';
