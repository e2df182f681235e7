// A second opinion on what a sampled solve learns: visits played hand by hand and pair by pair in plain numbers, from the
// tables as they stand, by the words of the method.
//
// A visit teaches its hero, and adds to the opponent's averages. Values are conditional on the branch. What a hand is worth
// before the last card is the mean over the visit's run-outs that leave it, times what all run-outs weigh that leave it; where
// run-outs come in bundles, their sum times what a run-out weighs, for every visit that others have. Regrets of a bucket are those of its hands, each times its own
// reach on the last street, a fiftieth of its weight at least. Where training sums by pairs of cards, hands of four cards
// that share three of them count as ones that can meet.

import { cardsDealt } from '../../src/solve/dealt.ts';
import { DEAL } from '../../src/solve/forest.ts';
import type { SolveJob } from '../../src/solve/job.ts';
import type { LocalSampled } from '../../src/solve/sampled/local-sampled.ts';
import type { Visit } from '../../src/solve/sampled/schedule.ts';
import { called, type Found, isBundled, type LaidBranch, standFinder } from './sampled-deals.ts';
import { type Pair, playLastStreet } from './sampled-last-street.ts';
import { type BothPacks, eachAct, exitsOf, foldWorth, type Hand, holdsOne, inverse, packOf } from './sampled-pack.ts';
import { type Kept, keptBetween, PlainTable } from './sampled-plain-table.ts';
import { type ByNode, reachDown, type SharesOf, worthUp } from './sampled-street.ts';
import type { Player, TablesAt } from './sampled-tables.ts';

const BOTH = [0, 1] as const;

/** By player and exit of the first street, one number for each hand of the visit's pack. */
type AtExits = readonly [ByNode, ByNode];

/** What is remembered: the hero's regrets, the opponent's averages. */
type Part = 'regrets' | 'averages';

export class PlainTraining {
  private readonly job: SolveJob;
  private readonly local: LocalSampled;
  private readonly standsOf: (found: Found | null, player: Player) => Int32Array;
  private readonly tables = new Map<string, Pair>();
  private readonly last = new Map<string, number>();

  constructor(job: SolveJob, local: LocalSampled) {
    this.job = job;
    this.local = local;
    this.standsOf = standFinder(local);
    for (let visit = 0; visit < local.visits; visit++) this.stamp(local.schedule.at(visit));
  }

  /** Plays visits that set out together, from the tables as they are when each is first looked at. */
  round(first: number, count: number): void {
    const visits = Array.from({ length: count }, (_, i) => this.local.schedule.at(first + i));
    const reaches = visits.map((visit) => this.reach(visit));
    const worths = visits.map((visit, i) => {
      const worth = this.play(visit, reaches[i]!);
      this.stampBelow(visit);
      return worth;
    });
    visits.forEach((visit, i) => {
      this.learn(visit, worths[i]!);
      this.stampStart(visit);
    });
  }

  /** The largest difference of any table that was played from what is in memory now, by the name of the table. */
  missed(): { readonly name: string; readonly miss: number } {
    const { kernel } = this.local.common;
    let worst = { name: '', miss: 0 };
    for (const [name, { regrets, averages, at, forest, player }] of this.tables) {
      const found = [
        { name: `regrets of ${name}`, miss: regrets.missed(kernel, at, forest, player, 'regrets') },
        { name: `averages of ${name}`, miss: averages.missed(kernel, at, forest, player, 'averages') },
      ];
      for (const one of found) if (!(one.miss <= worst.miss)) worst = one;
    }
    return worst;
  }

  /** Names of the tables that were played. */
  get played(): readonly string[] {
    return [...this.tables.keys()];
  }

  private table(name: string, at: TablesAt, depth: 0 | 1 | 2, player: Player): Pair {
    const known = this.tables.get(name);
    if (known) return known;
    const { kernel } = this.local.common;
    const { forest } = this.local.common.forests[depth];
    const pair = {
      regrets: new PlainTable(kernel, at, forest, player, 'regrets'),
      averages: new PlainTable(kernel, at, forest, player, 'averages'),
      at,
      forest,
      player,
    };
    this.tables.set(name, pair);
    return pair;
  }

  private start(player: Player): Pair {
    return this.table(`start ${player}`, this.local.trunk.tables[player], 0, player);
  }

  private branch(number: number, player: Player): Pair {
    return this.table(`branch ${number} ${player}`, this.branchAt(number).tables[player], 1, player);
  }

  private runOut(branch: number, number: number, player: Player): Pair {
    const { tables } = this.branchAt(branch).runOuts[number]!;
    return this.table(`run-out ${branch} ${number} ${player}`, tables[player], 2, player);
  }

  private branchAt(number: number): LaidBranch {
    return this.local.branches[number]!;
  }

  private stamp(visit: Visit): void {
    this.stampStart(visit);
    this.stampBelow(visit);
  }

  private stampStart({ hero, packs, iteration }: Visit): void {
    for (const player of BOTH) this.last.set(`start ${player} ${packs[player]} ${partOf(player, hero)}`, iteration);
  }

  private stampBelow({ hero, branch, packs, runOuts, iteration }: Visit): void {
    for (const player of BOTH) {
      const part = partOf(player, hero);
      this.last.set(`branch ${branch.number} ${player} ${packs[player]} ${part}`, iteration);
      for (const place of runOuts) {
        const { number } = this.branchAt(branch.number).deck[place]!;
        this.last.set(`run-out ${branch.number} ${number} ${player} ${part}`, iteration);
      }
    }
  }

  /** What a player's table keeps in a visit. */
  private kept(name: string, player: Player, { hero, iteration }: Visit): Kept {
    return keptBetween(this.last.get(`${name} ${partOf(player, hero)}`) ?? 0, iteration);
  }

  private pack(visit: Visit, player: Player): Hand[] {
    return packOf(this.local, player, visit.packs[player]);
  }

  /** Cards dealt by a visit's branch. */
  private dealt({ branch: { number, image } }: Visit): number[] {
    if (isBundled(this.local)) return [];
    const { branch } = this.branchAt(number);
    return [image < 0 ? branch.dealt : branch.images[image]![branch.dealt]!];
  }

  private reach(visit: Visit): AtExits {
    const dealt = this.dealt(visit);
    return BOTH.map((player) => {
      const hands = this.pack(visit, player);
      const { regrets, forest } = this.start(player);
      const reach = reachDown(
        forest,
        player,
        hands.length,
        (_, h) => (holdsOne(hands[h]!, dealt) ? 0 : hands[h]!.weight),
        (node, h) => regrets.shares(node, hands[h]!.place),
      );
      return exitsOf(forest, reach);
    }) as unknown as AtExits;
  }

  /** Plays below the start; gives what the hero's hands are worth at its exits. */
  private play(visit: Visit, above: AtExits): ByNode {
    const { number } = visit.branch;
    const { hero } = visit;
    const opp = hero === 0 ? 1 : 0;
    const hands = [this.pack(visit, 0), this.pack(visit, 1)] as const;
    const dealt = this.dealt(visit);
    const undo = this.undoOf(visit);
    const pairs = [this.branch(number, 0), this.branch(number, 1)] as const;
    const { forest } = pairs[0];
    const stands = BOTH.map((player) =>
      this.standsOf({ branch: this.branchAt(number), runOut: null, undo }, player),
    ) as [Int32Array, Int32Array];
    const sharesOf =
      (player: Player): SharesOf =>
      (node, h) =>
        pairs[player].regrets.shares(node, stands[player][hands[player][h]!.game]!);
    const down = (player: Player): ByNode =>
      reachDown(forest, player, hands[player].length, (e, h) => above[player][e]![h]!, sharesOf(player));
    const kept = BOTH.map((player) => this.kept(`branch ${number} ${player} ${visit.packs[player]}`, player, visit));
    const span = (player: Player): [number, number] => {
      const { stride } = this.local.common.packs;
      return [visit.packs[player] * stride, (visit.packs[player] + 1) * stride];
    };
    const theirs = down(opp);
    const own = down(hero);
    pairs[opp].averages.shrink(kept[opp]!.keep, 1, ...span(opp));
    eachAct(forest, opp, (node, a) => {
      hands[opp].forEach((hand, h) => {
        const there = theirs[forest.first[node]! + a]![h]!;
        pairs[opp].averages.add(node, a, stands[opp][hand.game]!, there);
      });
    });
    const worth = this.playRunOuts(visit, hands, exitsOf(forest, theirs), exitsOf(forest, own));
    const up = worthUp(
      forest,
      hero,
      hands[hero].length,
      (node, h) => {
        if (forest.kinds[node] === DEAL) return worth[forest.first[node]!]![h]!;
        return foldWorth(forest, node, hero, hands, h, theirs[node]!, dealt);
      },
      sharesOf(hero),
    );
    pairs[hero].regrets.shrink(kept[hero]!.gain, kept[hero]!.loss, ...span(hero));
    eachAct(forest, hero, (node, a) => {
      hands[hero].forEach((hand, h) => {
        const by = up[forest.first[node]! + a]![h]! - up[node]![h]!;
        pairs[hero].regrets.add(node, a, stands[hero][hand.game]!, by);
      });
    });
    return [...forest.entries].map((node) => up[node]!);
  }

  private undoOf({ branch: { number, image } }: Visit): number[][] {
    return image < 0 ? [] : [inverse(this.branchAt(number).branch.images[image]!)];
  }

  /** By exit of the street above, what the hero's hands are worth there. */
  private playRunOuts(visit: Visit, hands: BothPacks, theirs: ByNode, own: ByNode): ByNode {
    const { hero } = visit;
    const { number, image } = visit.branch;
    const seen = new Set<number>();
    const branch = this.branchAt(number);
    const opp = hero === 0 ? 1 : 0;
    const sums = theirs.map(() => hands[hero].map(() => 0));
    const met = hands[hero].map(() => 0);
    for (const place of visit.runOuts) {
      const named = branch.deck[place]!;
      const runOut = branch.runOuts[named.number]!;
      const names = named.image < 0 ? null : runOut.branch.images[named.image]!;
      const river = called(called(runOut.branch.dealt, names), image < 0 ? null : branch.branch.images[image]!);
      const dealt = [...this.dealt(visit), river];
      const cards = dealt.flatMap(cardsDealt);
      const found: Found = { branch, runOut, undo: [...this.undoOf(visit), ...(names ? [inverse(names)] : [])] };
      // A table that comes twice in a visit forgets once.
      const again = seen.has(named.number);
      seen.add(named.number);
      const kept = BOTH.map((player) =>
        again ? keptBetween(0, 0) : this.kept(`run-out ${number} ${named.number} ${player}`, player, visit),
      );
      const worth = playLastStreet({
        boards: this.job.boards.map((board, b) => [...board, ...dealt.map((next) => cardsDealt(next)[b]!)]),
        dealt: cards,
        pairs: [this.runOut(number, named.number, 0), this.runOut(number, named.number, 1)],
        buckets: [this.standsOf(found, 0), this.standsOf(found, 1)],
        hands,
        hero,
        theirs,
        own,
        keptOpp: kept[opp]!,
        keptHero: kept[hero]!,
      });
      hands[hero].forEach((hand, h) => {
        if (holdsOne(hand, cards)) return;
        met[h]!++;
        worth.forEach((byHand, e) => {
          sums[e]![h]! += byHand[h]!;
        });
      });
    }
    const size = hands[0][0]!.cards.length;
    const left = 52 - this.job.boards.flatMap((board) => [...board]).length - this.dealt(visit).length;
    const two = this.job.boards.length > 1;
    if (isBundled(this.local)) {
      // In so many visits of a hero and a pack every run-out is met, each with its chance for two hands that meet.
      const { schedule, common } = this.local;
      const visits = schedule.cycle / 2 / Math.max(...common.packs.counts);
      const ways = (left - 2 * size) * (two ? left - 2 * size - 1 : 1);
      return sums.map((byHand) => byHand.map((sum) => (sum * visits) / ways));
    }
    const all = (left - size) / (left - 2 * size);
    return sums.map((byHand) => byHand.map((sum, h) => (met[h]! > 0 ? (sum / met[h]!) * all : 0)));
  }

  private learn(visit: Visit, worth: ByNode): void {
    const { hero } = visit;
    const opp = hero === 0 ? 1 : 0;
    const hands = [this.pack(visit, 0), this.pack(visit, 1)] as const;
    const dealt = this.dealt(visit);
    const pairs = [this.start(0), this.start(1)] as const;
    const { forest } = pairs[0];
    const { stride } = this.local.common.packs;
    const sharesOf =
      (player: Player): SharesOf =>
      (node, h) =>
        pairs[player].regrets.shares(node, hands[player][h]!.place);
    const span = (player: Player): [number, number] => [
      visit.packs[player] * stride,
      (visit.packs[player] + 1) * stride,
    ];
    const kept = BOTH.map((player) => this.kept(`start ${player} ${visit.packs[player]}`, player, visit));
    const reach = reachDown(
      forest,
      opp,
      hands[opp].length,
      (_, h) => (holdsOne(hands[opp][h]!, dealt) ? 0 : hands[opp][h]!.weight),
      sharesOf(opp),
    );
    pairs[opp].averages.shrink(kept[opp]!.keep, 1, ...span(opp));
    eachAct(forest, opp, (node, a) => {
      hands[opp].forEach((hand, h) => {
        pairs[opp].averages.add(node, a, hand.place, reach[forest.first[node]! + a]![h]!);
      });
    });
    const up = worthUp(
      forest,
      hero,
      hands[hero].length,
      (node, h) => {
        if (holdsOne(hands[hero][h]!, dealt)) return 0;
        if (forest.kinds[node] === DEAL) return worth[forest.first[node]!]![h]!;
        return foldWorth(forest, node, hero, hands, h, reach[node]!, dealt);
      },
      sharesOf(hero),
    );
    pairs[hero].regrets.shrink(kept[hero]!.gain, kept[hero]!.loss, ...span(hero));
    eachAct(forest, hero, (node, a) => {
      hands[hero].forEach((hand, h) => {
        pairs[hero].regrets.add(node, a, hand.place, up[forest.first[node]! + a]![h]! - up[node]![h]!);
      });
    });
  }
}

function partOf(player: Player, hero: Player): Part {
  return player === hero ? 'regrets' : 'averages';
}
