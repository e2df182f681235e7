/** Hands: the list of one's own, a line each, by filter and order. */
import { Menu } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { usePlayer } from '../../../lib/api/who.ts';
import { useStore } from '../../../lib/store.ts';
import { useTitle } from '../../../lib/use-title.ts';
import { handsText } from '../../../text/hands.ts';
import { Button } from '../../../ui/button.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { EmptyRoom } from '../empty-room.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import hands from '../hands.module.css';
import { importing, isRunning } from '../import/import-store.ts';
import type { Unit } from '../money.ts';
import { rememberedUnit, rememberUnit } from '../remembered-unit.ts';
import { WhoGate } from '../who-gate.tsx';
import { exportHands } from './export-hands.ts';
import { type HandList, type HandSort, openHandList, SORTS } from './hand-list.ts';
import { HandRow, LeavingRow } from './hand-row.tsx';
import styles from './list.module.css';
import { useListKeys } from './use-list-keys.ts';

export function ListPage(): ReactElement {
  useTitle(handsText.title);
  return (
    <WhoGate>
      <OwnHands />
    </WhoGate>
  );
}

function OwnHands(): ReactElement {
  const { f: filter = '', sort: asked } = useSearch({ from: '/hands/' });
  const sort = SORTS.find((known) => known === asked) ?? 'newest';
  const player = usePlayer()?.id ?? '';
  const [list, setList] = useState<HandList | null>(null);
  // In an effect and not in render: it asks the server, and strict mode renders twice.
  useEffect(() => setList(openHandList(player, filter, sort)), [player, filter, sort]);
  return list === null ? (
    <p className={hands.quiet}>{handsText.loading}</p>
  ) : (
    <List list={list} filter={filter} sort={sort} />
  );
}

function List({ list, filter, sort }: { list: HandList; filter: string; sort: HandSort }): ReactElement {
  const { rows, next, error, failure, leaving, loading } = useStore(list.store, (now) => now);
  const [unit, setUnit] = useState<Unit>(rememberedUnit);
  const navigate = useNavigate();
  const place = useRef<HTMLOListElement>(null);
  useListKeys(place);
  useFreshAfterImport(list);
  useScrollKept(list, rows !== null);
  const [exportFailure, setExportFailure] = useState<string | null>(null);
  if (rows?.length === 0 && filter === '' && error === null) return <EmptyRoom />;
  const go = (search: { f?: string; sort?: string }): void => void navigate({ to: '/hands', search, replace: true });
  const searchOf = (f: string, by: HandSort) => ({
    ...(f === '' ? {} : { f }),
    ...(by === 'newest' ? {} : { sort: by }),
  });
  const save = async (format: 'phh' | 'ohh'): Promise<void> => setExportFailure(await exportHands(filter, format));
  return (
    <div className={styles.screen}>
      <FilterBar filter={filter} error={error} onFilter={(f) => go(searchOf(f, sort))} />
      <div className={styles.tools}>
        <label className={styles.sort}>
          <span>{handsText.sort}</span>
          <select value={sort} onChange={(event) => go(searchOf(filter, event.target.value as HandSort))}>
            {SORTS.map((by) => (
              <option key={by} value={by}>
                {handsText.sorts[by]}
              </option>
            ))}
          </select>
        </label>
        <Segments
          label={handsText.unit}
          value={unit}
          onChange={(chosen) => {
            setUnit(chosen);
            rememberUnit(chosen);
          }}
          options={[
            { value: 'bb', label: handsText.units.bb },
            { value: 'money', label: handsText.units.money },
          ]}
        />
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button icon="download">{handsText.export}</Button>
          </Menu.Target>
          <Menu.Dropdown className={styles.menu}>
            <Menu.Item className={styles.item} onClick={() => void save('phh')}>
              <span>{handsText.exportPhh}</span>
              <small>{handsText.exportPhhNote}</small>
            </Menu.Item>
            <Menu.Item className={styles.item} onClick={() => void save('ohh')}>
              <span>{handsText.exportOhh}</span>
              <small>{handsText.exportOhhNote}</small>
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {[failure, exportFailure, error?.code === 'hand-filter' ? null : error?.message].filter(Boolean).map((words) => (
        <p key={words} className={hands.failure} role="alert">
          {words}
        </p>
      ))}
      {rows === null ? (
        error === null ? (
          <p className={hands.quiet}>{handsText.loading}</p>
        ) : null
      ) : rows.length === 0 ? (
        <div className={hands.empty}>
          <p>{handsText.noneFound}</p>
          <Button onClick={() => go(searchOf('', sort))}>{handsText.clearFilter}</Button>
        </div>
      ) : (
        <>
          <div className={styles.table}>
            <div className={styles.columns} aria-hidden="true">
              {COLUMNS.map((column) => (
                <span key={column} data-column={column}>
                  {handsText.columns[column]}
                </span>
              ))}
            </div>
            <ol ref={place} className={styles.list} aria-label={handsText.title}>
              {rows.map((hand) =>
                leaving.has(hand.id) ? (
                  <LeavingRow key={hand.id} hand={hand} onUndo={() => list.undo(hand.id)} />
                ) : (
                  <HandRow key={hand.id} hand={hand} unit={unit} onDelete={list.remove} />
                ),
              )}
            </ol>
          </div>
          {next === null ? null : <More onMore={list.more} loading={loading} />}
        </>
      )}
    </div>
  );
}

const COLUMNS = [
  'time',
  'stakes',
  'position',
  'cards',
  'board',
  'line',
  'potType',
  'pot',
  'net',
  'adjusted',
  'evLost',
] as const;

/** Older hands come by themselves as one nears the end of the list. */
function More({ onMore, loading }: { onMore: () => void; loading: boolean }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  latest.current = onMore;
  useEffect(() => {
    const element = place.current;
    if (element === null || loading) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) latest.current();
      },
      { rootMargin: '800px' },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [loading]);
  return (
    <div ref={place}>
      <Button aria-disabled={loading} onClick={onMore}>
        {handsText.more}
      </Button>
    </div>
  );
}

const REFRESH_EVERY_MS = 3_000;

/** New hands are shown while they are imported, now and then, and when it is done. */
function useFreshAfterImport(list: HandList): void {
  const running = useStore(importing, isRunning);
  const stored = useStore(importing, (now) => now.stored);
  const seen = useRef(stored);
  useEffect(() => {
    if (stored === seen.current) return;
    seen.current = stored;
    list.refresh();
  }, [stored, list]);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      const { rows, loading } = list.store.get();
      if ((rows === null || rows.length === 0) && !loading && importing.get().progress.hands > 0) list.refresh();
    }, REFRESH_EVERY_MS);
    return () => clearInterval(timer);
  }, [running, list]);
}

function useScrollKept(list: HandList, ready: boolean): void {
  useLayoutEffect(() => {
    if (ready && list.scrollY > 0) window.scrollTo(0, list.scrollY);
  }, [list, ready]);
  useEffect(() => {
    const keep = (): void => {
      list.scrollY = window.scrollY;
    };
    window.addEventListener('scroll', keep, { passive: true });
    window.addEventListener('pagehide', list.settle);
    return () => {
      window.removeEventListener('scroll', keep);
      window.removeEventListener('pagehide', list.settle);
      list.settle();
    };
  }, [list]);
}
