/** The right side, lower half: the node that is looked at, what is done there, and by which hands. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { formatCount } from '../../../../lib/format-number.ts';
import { solveText } from '../../../../text/solve.ts';
import { Segments } from '../../../../ui/segments.tsx';
import { formatBet } from '../figures.ts';
import { useSolveState } from '../solve-context.tsx';
import type { SightSummary } from '../work/protocol.ts';
import { Actions } from './actions.tsx';
import { Boards } from './boards.tsx';
import { CategoryTree } from './category-tree.tsx';
import type { ChosenClass } from './chosen-class.ts';
import { HandsTable } from './hands-table.tsx';
import { HowPlayed } from './how-played.tsx';
import { LineBar } from './line-bar.tsx';
import { LookingBar } from './looking-bar.tsx';
import { NextCard } from './next-card.tsx';
import styles from './strategy.module.css';

const words = solveText.strategy;

type View = 'categories' | 'hands';

export function StrategyPanel(): ReactElement | null {
  const sight = useSolveState((state) => state.sight);
  const line = useSolveState((state) => state.line);
  const lookRefused = useSolveState((state) => state.lookRefused);
  const looking = useSolveState((state) => state.looking !== null);
  const [view, setView] = useState<View>('categories');
  const [chosen, setChosen] = useState<ChosenClass | null>(null);
  // Kinds and lists of hands that were asked for, until another node is looked at.
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } }),
  );
  if (sight === null) return null;
  return (
    <QueryClientProvider client={queries}>
      <section className={styles.panel} aria-label={words.title}>
        <div className={styles.head}>
          <h2 className={styles.title}>{words.title}</h2>
          {sight.live ? <span className={styles.live}>{words.live}</span> : null}
          <span className={styles.where}>
            {sight.kind === 'act' ? `${words.toAct(seatName(sight))} · ` : ''}
            {words.pot(formatBet(sight.pot))}
            {sight.kind === 'act' ? ` · ${words.combos(formatCount(sight.combos))}` : ''}
          </span>
          <LookingBar />
        </div>
        {sight.live ? null : <LineBar line={line} sight={sight} />}
        {lookRefused === null ? null : (
          <p className={styles.refused} role="alert">
            {lookRefused.message} {lookRefused.hint}
          </p>
        )}
        <div className={styles.sight} data-old={looking} aria-busy={looking}>
          <Boards sight={sight} />
          {sight.kind === 'act' ? (
            <>
              <Actions sight={sight} line={line} />
              <HowPlayed sight={sight} line={line} />
              <div>
                <Segments
                  label={words.views}
                  value={view}
                  onChange={(next) => {
                    setView(next);
                    if (next === 'categories') setChosen(null);
                  }}
                  options={[
                    { value: 'categories', label: words.byCategory },
                    { value: 'hands', label: words.byHand },
                  ]}
                />
              </div>
              {view === 'categories' ? (
                <CategoryTree
                  sight={sight}
                  onHands={(next) => {
                    setChosen(next);
                    setView('hands');
                  }}
                />
              ) : (
                <HandsTable sight={sight} chosen={chosen} onAll={() => setChosen(null)} />
              )}
            </>
          ) : sight.kind === 'deal' ? (
            <NextCard sight={sight} line={line} />
          ) : (
            <p className={styles.quiet}>
              {sight.kind === 'fold' ? words.ends.fold(seatName(sight)) : words.ends.showdown}
            </p>
          )}
        </div>
        {sight.live ? <p className={styles.quiet}>{words.afterFinish}</p> : null}
      </section>
    </QueryClientProvider>
  );
}

function seatName({ player }: SightSummary): 'oop' | 'ip' {
  return player === 0 ? 'oop' : 'ip';
}
