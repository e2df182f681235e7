/** A hand, replayed: the table with its controls and figures, and what happened beside it. */
import type { HandReview } from '@ploscope/contracts';
import { courseOf, type RangeProfile, type Replay } from '@ploscope/poker';
import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { handsText } from '../../../text/hands.ts';
import { Segments } from '../../../ui/segments.tsx';
import type { Unit } from '../money.ts';
import { rememberedUnit, rememberUnit } from '../remembered-unit.ts';
import { ActionList } from './action-list.tsx';
import { Controls } from './controls.tsx';
import { FiguresBar } from './figures-bar.tsx';
import styles from './replay.module.css';
import { type Replaying, ReplayProvider, useReplay } from './replay-context.tsx';
import { ResultTable } from './result-table.tsx';
import { SpotPanel } from './spot-panel.tsx';
import { stopAt, stopsOf } from './stops.ts';
import { TableView } from './table-view.tsx';
import { useEquities } from './use-equities.ts';
import { useStops } from './use-stops.ts';

const words = handsText.replay;

export interface ReplayerProps {
  readonly replay: Replay;
  /** So many operations have happened at first. */
  readonly at: number;
  readonly onAt: (at: number) => void;
  readonly reviews: readonly HandReview[];
  readonly adjusted: readonly number[] | null;
  /** Ranges of a spot made of a decision. */
  readonly profile: RangeProfile;
  /** Below the list of actions. */
  readonly children?: ReactNode;
}

export function Replayer({ replay, at, onAt, reviews, adjusted, profile, children }: ReplayerProps): ReactElement {
  const { hand } = replay;
  const stops = useMemo(() => stopsOf(replay), [replay]);
  const course = useMemo(() => courseOf(replay), [replay]);
  const [unit, setUnit] = useState<Unit>(rememberedUnit);
  const [open, setOpen] = useState(true);
  const { stop, goTo, playing, togglePlay } = useStops(stops, stopAt(stops, at), (now) => onAt(now.at));
  const scale = { ...hand.money, bigBlind: hand.bigBlind };
  const value: Replaying = { replay, course, stops, stop, goTo, unit, scale, open };
  return (
    <ReplayProvider value={value}>
      <div className={styles.columns}>
        <div className={styles.main}>
          <Table />
          <Controls playing={playing} togglePlay={togglePlay} />
          <FiguresBar />
          <div className={styles.tools}>
            <Segments
              label={words.unit}
              value={unit}
              onChange={(next) => {
                setUnit(next);
                rememberUnit(next);
              }}
              options={[
                { value: 'bb', label: words.units.bb },
                { value: 'money', label: hand.tournament === null ? words.units.money : words.chips },
              ]}
            />
            <Segments
              label={words.cards}
              value={open ? 'all' : 'own'}
              onChange={(next) => setOpen(next === 'all')}
              options={[
                { value: 'all', label: words.cardsAll },
                { value: 'own', label: words.cardsOwn },
              ]}
            />
            <p className={styles.quiet}>{words.keys}</p>
          </div>
          <div className={styles.outcome}>
            <ResultTable adjusted={adjusted} />
          </div>
        </div>
        <div className={styles.side}>
          <div className={styles.happened}>
            <ActionList reviews={reviews} />
          </div>
          <div className={styles.decision}>
            <SpotPanel reviews={reviews} profile={profile} />
          </div>
          {children}
        </div>
      </div>
    </ReplayProvider>
  );
}

function Table(): ReactElement {
  const equities = useEquities(useReplay());
  return (
    <div>
      <TableView equities={typeof equities === 'string' ? null : equities} />
      <p className="visually-hidden" role="status">
        {equities === 'working' ? words.equityWorking : equities === 'failed' ? words.equityFailed : ''}
      </p>
    </div>
  );
}
