/** What is shown as one line of JSON. Shares are 0…1, EVs chips won from the pot, null where there is nothing to tell. */
import type { NodeSums } from '@ploscope/poker';
import type { Body, Shown } from './shown.ts';

/** The line in pieces, so that many hands need not be in memory at once. */
export function* formatShowJson(shown: Shown): Generator<string> {
  const { place, view, sums, seat, body } = shown;
  const acts = place.found.kind === 'act' ? place.found : null;
  const acting = acts === null ? null : sums[acts.player];
  const head = {
    line: place.line,
    street: place.street,
    pot: place.found.pot,
    player: acts === null ? null : SEATS[acts.player],
    actions: (acts?.actions ?? []).map(({ label }) => label),
    frequencies: acting?.frequencies ?? [],
    actionEvs: acting?.actionEvs ?? [],
    evOop: sums[0].ev,
    evIp: sums[1].ev,
    equityOop: sums[0].equity,
    equityIp: sums[1].equity,
    reachOop: sums[0].reach,
    reachIp: sums[1].reach,
    bucketed: view.bucketed,
    solvedAgain: pctPot(view.solvedAgain),
  };
  if (body.kind === 'none') {
    yield `${JSON.stringify(head)}\n`;
    return;
  }
  const of = body.kind === 'card' ? {} : { of: SEATS[seat] };
  yield `${JSON.stringify({ ...head, ...of }).slice(0, -1)},"${NAMES[body.kind]}":[`;
  let comma = '';
  for (const row of rowsOf(body)) {
    yield comma + JSON.stringify(row);
    comma = ',';
  }
  yield ']}\n';
}

export const SEATS = ['oop', 'ip'] as const;
const NAMES = { category: 'categories', suits: 'suits', hands: 'hands', card: 'cards' } as const;

function* rowsOf(body: Exclude<Body, { kind: 'none' }>): Generator<unknown> {
  if (body.kind === 'hands') yield* body.rows;
  else if (body.kind === 'card') {
    const acts = body.next.kind === 'act' ? body.next : null;
    for (const { card, sums, bucketed, solvedAgain } of body.rows) {
      yield {
        card,
        actions: (acts?.actions ?? []).map(({ label }) => label),
        frequencies: (acts === null ? null : sums[acts.player].frequencies) ?? [],
        evOop: sums[0].ev,
        evIp: sums[1].ev,
        equityOop: sums[0].equity,
        equityIp: sums[1].equity,
        bucketed,
        solvedAgain: pctPot(solvedAgain),
      };
    }
  } else for (const { key, label, sums } of body.rows) yield { key, label, ...kindFigures(sums) };
}

function kindFigures({ combos, reach, share, frequencies, actionEvs, ev, equity }: NodeSums) {
  return { combos, reach, share, frequencies: frequencies ?? [], actionEvs, ev, equity };
}

function pctPot(share: number | null): { pctPot: number } | null {
  return share === null ? null : { pctPot: share * 100 };
}
