/**
 * What is done by class: pairs, then suits, then connection, ranks and suit classes, down to the hands. Each class shows
 * its share of the range and its actions. Summed in the solver's Worker, branch by branch.
 */
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { formatCount, formatPct, formatShare } from '../../../../lib/format-number.ts';
import { text } from '../../../../text/en.ts';
import { solveText } from '../../../../text/solve.ts';
import { Button, IconButton } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { formatChips } from '../figures.ts';
import { useSolve } from '../solve-context.tsx';
import { type CategoryPath, type CategoryRow, LEVELS, type SightSummary } from '../work/protocol.ts';
import { ActionBar } from './action-bar.tsx';
import { barWords } from './action-words.ts';
import type { ChosenClass } from './chosen-class.ts';
import styles from './strategy.module.css';

const words = solveText.strategy;
const PAGE = 40;

interface BranchProps {
  readonly sight: SightSummary;
  readonly path: CategoryPath;
  readonly name: string;
  readonly onHands: (chosen: ChosenClass) => void;
}

export function CategoryTree(props: Pick<BranchProps, 'sight' | 'onHands'>): ReactElement {
  return (
    <div className={styles.tree}>
      <Branch {...props} path={[]} name="" />
    </div>
  );
}

function Branch({ sight, path, name, onHands }: BranchProps): ReactElement {
  const { study } = useSolve();
  const [shown, setShown] = useState(PAGE);
  const { version } = sight;
  const branch = useQuery({
    queryKey: ['solve branch', version, path],
    queryFn: () => study.computing.rooms().solver.call('branch', { version, path }),
    placeholderData: (before) => before,
    gcTime: 10_000,
  });
  if (branch.isError) return <p className={styles.quiet}>{text.range.failed}</p>;
  const rows = branch.data ?? null;
  if (rows === null) return <p className={styles.quiet}>{text.spot.counting}</p>;
  if (rows.length === 0) return <p className={styles.quiet}>{words.noCombos}</p>;
  return (
    <ul className={styles.branch}>
      {rows.slice(0, shown).map((row) => (
        <Class key={row.key} sight={sight} row={row} path={[...path, row.kind]} name={name} onHands={onHands} />
      ))}
      {rows.length > shown ? (
        <li>
          <Button look="quiet" onClick={() => setShown(shown + PAGE)}>
            {text.range.moreHands(formatCount(shown), formatCount(rows.length))}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}

function Class({ sight, row, path, name, onHands }: BranchProps & { row: CategoryRow }): ReactElement {
  const [open, setOpen] = useState(false);
  const full = name === '' || path.length > 3 ? row.label : `${name}, ${row.label}`;
  const leaf = path.length === LEVELS.length;
  return (
    <li>
      <div className={styles.class}>
        <button
          type="button"
          className={styles.opener}
          aria-expanded={leaf ? undefined : open}
          onClick={() => (leaf ? onHands({ path, name: full }) : setOpen(!open))}
        >
          <span className={styles.arrow} data-open={open}>
            <Icon name="right" size={14} />
          </span>
          <span className={styles.className}>{row.label}</span>
          <span className={styles.ofRange}>
            {words.share(formatShare(row.share))}
            <span className="visually-hidden">
              {' '}
              {words.ofRange}. {barWords(sight.actions, row.actions)}
            </span>
          </span>
          <ActionBar actions={sight.actions} shares={row.actions} silent />
          <span className={styles.numbers} aria-hidden="true">
            {row.actions.map((share, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an action is its index
              <span key={index}>{formatPct(share, 0)}</span>
            ))}
          </span>
          <span className={styles.classEv}>{row.ev === null ? '' : formatChips(row.ev)}</span>
        </button>
        <IconButton icon="cards" label={`${words.handsOf}: ${full}`} onClick={() => onHands({ path, name: full })} />
      </div>
      {open ? <Branch sight={sight} path={path} name={full} onHands={onHands} /> : null}
    </li>
  );
}
