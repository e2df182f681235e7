/**
 * Every hand of the node with what it does and what each action is worth. Only the rows in sight are on the page and
 * asked for: a river has 178,365 of them. Sorted and searched in the solver's Worker.
 */
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { type CSSProperties, type ReactElement, useRef, useState } from 'react';
import { formatCount } from '../../../../lib/format-number.ts';
import { text } from '../../../../text/en.ts';
import { solveText } from '../../../../text/solve.ts';
import { Button } from '../../../../ui/button.tsx';
import { NotationField } from '../../../../ui/notation-field.tsx';
import { useSolve } from '../solve-context.tsx';
import type { HandOrder, HandRow, HandsPage, SightSummary } from '../work/protocol.ts';
import { actionName } from './action-words.ts';
import type { ChosenClass } from './chosen-class.ts';
import { HandDetail } from './hand-detail.tsx';
import { HandLine } from './hand-line.tsx';
import styles from './hands.module.css';

const words = solveText.strategy;
const ROW_PX = 44;
const VIEW_PX = 484;
const PAGE = 40;
const ROWS_BEYOND = 6;
const BY_CARDS: HandOrder = { by: 'hand', down: true };

export function HandsTable(props: {
  sight: SightSummary;
  chosen: ChosenClass | null;
  onAll: () => void;
}): ReactElement {
  const { sight, chosen, onAll } = props;
  const { study } = useSolve();
  const [order, setOrder] = useState<HandOrder>(BY_CARDS);
  const [filter, setFilter] = useState('');
  const [top, setTop] = useState(0);
  const [picked, setPicked] = useState<HandRow | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const path = chosen?.path ?? [];
  const usable = usableOrder(order, sight);
  const first = Math.max(0, Math.floor(top / ROW_PX) - ROWS_BEYOND);
  const last = Math.ceil((top + VIEW_PX) / ROW_PX) + ROWS_BEYOND;
  const pages = Array.from(
    { length: Math.floor(last / PAGE) - Math.floor(first / PAGE) + 1 },
    (_, index) => Math.floor(first / PAGE) + index,
  );
  const found = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['solve hands', sight.version, filter, path, usable, page],
      queryFn: () =>
        study.computing.rooms().solver.call('hands', {
          version: sight.version,
          filter,
          path,
          order: usable,
          offset: page * PAGE,
          count: PAGE,
        }),
      placeholderData: keepPreviousData,
      gcTime: 10_000,
    })),
  });
  const any: HandsPage | null = found.find(({ data }) => data != null)?.data ?? null;
  const total = any?.total ?? 0;
  const rows = pages.flatMap((page, index) =>
    (found[index]?.data?.rows ?? []).map((row, at) => ({ row, at: page * PAGE + at })),
  );
  const toTop = (): void => {
    scroller.current?.scrollTo({ top: 0 });
    setTop(0);
  };
  const sortBy = (next: HandOrder): void => {
    setOrder(next);
    toTop();
  };
  const error = filter.trim() === '' ? null : (any?.error ?? null);
  const columns = columnsOf(sight);
  return (
    <div className={styles.hands} style={{ '--columns': gridOf(sight) } as CSSProperties}>
      <div className={styles.search}>
        <NotationField
          id="solve-filter"
          value={filter}
          label={words.filter}
          placeholder={words.filterPlaceholder}
          wrong={error}
          describedBy="solve-filter-note"
          onChange={(value) => {
            setFilter(value);
            toTop();
          }}
        />
        <div id="solve-filter-note" className={styles.note} aria-live="polite">
          {error !== null ? (
            <p className={styles.wrong}>
              <span className="visually-hidden">{text.spot.at(error.at + 1)}</span>
              {error.message} {error.hint}
            </p>
          ) : any === null ? (
            text.spot.counting
          ) : total === 0 ? (
            words.noneFound
          ) : (
            words.shown(formatCount(total))
          )}
          {chosen === null ? null : (
            <>
              {' '}
              {words.onlyClass(chosen.name)}{' '}
              <Button look="quiet" icon="close" onClick={onAll}>
                {words.allClasses}
              </Button>
            </>
          )}
        </div>
        <label className={styles.sort}>
          {words.sort}
          <select
            value={columns.findIndex(({ order: own }) => sameColumn(own, usable))}
            onChange={(event) => sortBy(columns[Number(event.target.value)]?.order ?? BY_CARDS)}
          >
            {columns.map(({ name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: rows far out of sight are not on the page, so no table element */}
      <div role="table" aria-label={words.hands} aria-rowcount={total + 1} className={styles.table}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div role="row" tabIndex={-1} aria-rowindex={1} className={styles.header}>
          {columns.map(({ name, order: own }) => (
            <ColumnHead key={name} name={name} own={own} now={usable} onSort={sortBy} />
          ))}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div
          ref={scroller}
          role="rowgroup"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller is reached by keyboard
          tabIndex={0}
          className={styles.scroller}
          style={{ maxHeight: VIEW_PX }}
          onScroll={(event) => setTop(event.currentTarget.scrollTop)}
        >
          <div role="presentation" style={{ height: total * ROW_PX, position: 'relative' }}>
            {rows.map(({ row, at }) => (
              <HandLine
                key={at}
                sight={sight}
                row={row}
                index={at}
                top={at * ROW_PX}
                picked={picked !== null && sameHand(picked, row)}
                onPick={() => setPicked(row)}
              />
            ))}
          </div>
        </div>
      </div>
      <HandDetail
        sight={sight}
        row={picked === null ? null : (rows.find(({ row }) => sameHand(row, picked))?.row ?? picked)}
      />
    </div>
  );
}

function gridOf({ actions, live }: SightSummary): string {
  const least = actions.length > 4 ? 46 : 58;
  return `132px 50px repeat(${actions.length}, minmax(${least}px, 1fr))${live ? '' : ' 60px 52px'}`;
}

interface Column {
  readonly name: string;
  readonly order: HandOrder;
}

function columnsOf(sight: SightSummary): readonly Column[] {
  return [
    { name: words.hand, order: BY_CARDS },
    { name: words.reach, order: { by: 'weight', down: true } },
    ...sight.actions.map(
      (action, index): Column => ({
        name: actionName(action),
        order: { by: 'action', action: index, down: true },
      }),
    ),
    ...(sight.live ? [] : [{ name: words.evColumn, order: { by: 'ev', down: true } as const }]),
    ...(sight.live ? [] : [{ name: words.equityColumn, order: { by: 'equity', down: true } as const }]),
  ];
}

/** An order of another node may name what this one has not. */
function usableOrder(order: HandOrder, sight: SightSummary): HandOrder {
  if (order.by === 'action' && order.action >= sight.actions.length) return BY_CARDS;
  return sight.live && (order.by === 'ev' || order.by === 'equity') ? BY_CARDS : order;
}

function sameColumn(one: HandOrder, other: HandOrder): boolean {
  return one.by === other.by && (one.by !== 'action' || other.by !== 'action' || one.action === other.action);
}

function sameHand(one: HandRow, other: HandRow): boolean {
  return one.cards.join() === other.cards.join();
}

function ColumnHead(props: {
  name: string;
  own: HandOrder;
  now: HandOrder;
  onSort: (order: HandOrder) => void;
}): ReactElement {
  const { name, own, now, onSort } = props;
  const sorted = sameColumn(own, now);
  const direction = sorted ? (now.down ? 'descending' : 'ascending') : 'none';
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows far out of sight are not on the page, so no table element
    <span role="columnheader" tabIndex={-1} aria-sort={direction} className={styles.columnHead} data-by={own.by}>
      <button
        type="button"
        title={words.sortBy(name)}
        onClick={() => onSort({ ...own, down: sorted ? !now.down : true })}
      >
        {name}
        <span aria-hidden="true">{sorted ? (now.down ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </span>
  );
}
