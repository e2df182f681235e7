/**
 * A player's range by classes: pairs, then suits, then connection, then ranks, down to the hands. Each class shows its
 * share of the range and can be kept alone or taken out. Counted in the reader's Worker, branch by branch.
 */
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { formatCount, formatShare } from '../../../lib/format-number.ts';
import { text } from '../../../text/en.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { CardRow } from '../../../ui/playing-card.tsx';
import type { StudyController } from '../controller.ts';
import { categoryTerm, onlyCategory, withoutCategory } from '../spot/category-term.ts';
import { handField, toSpot } from '../spot/draft.ts';
import { cardsIn } from '../spot/occupancy.ts';
import { draftOf } from '../state.ts';
import { useStudy, useStudyState } from '../study-context.tsx';
import type { Category } from '../work/protocol.ts';
import styles from './range-explorer.module.css';

const PAGE = 60;

/** Branches that were counted, one keeper a study: an explorer that is opened again shows them at once. */
const kept = new WeakMap<StudyController, QueryClient>();

function queriesOf(study: StudyController): QueryClient {
  const queries =
    kept.get(study) ??
    new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } });
  kept.set(study, queries);
  return queries;
}

export function RangeExplorer({ row }: { row: number }): ReactElement {
  const { study } = useStudy();
  return (
    <QueryClientProvider client={queriesOf(study)}>
      <div className={styles.explorer}>
        <p className={styles.note}>{text.range.note}</p>
        <Branch row={row} path={[]} />
      </div>
    </QueryClientProvider>
  );
}

function Branch({ row, path }: { row: number; path: readonly Category[] }): ReactElement {
  const { study } = useStudy();
  const draft = useStudyState(draftOf);
  const [shown, setShown] = useState(PAGE);
  const { spot, rows } = toSpot(draft);
  const player = rows.indexOf(row);
  // A row without text shows all hands: something to choose from.
  const hands = player === -1 ? [...spot.hands, '*'] : spot.hands;
  const ask = {
    spot: { ...spot, hands },
    player: player === -1 ? hands.length - 1 : player,
    path: path.map((category) => category.key),
  };
  const branch = useQuery({
    queryKey: ['branch', spot.game, spot.board, spot.board2, spot.dead, hands[ask.player], ask.path],
    queryFn: () => study.computing.rooms().reader.call('branch', ask),
    placeholderData: (before) => before,
  });
  if (branch.isError) return <p className={styles.quiet}>{text.range.failed}</p>;
  if (branch.data === undefined) return <p className={styles.quiet}>{text.spot.counting}</p>;
  if (branch.data.length === 0) return <p className={styles.quiet}>{text.range.noRange}</p>;
  if (branch.data[0]?.level === 'hand') return <HandsOf row={row} hands={branch.data} />;
  return (
    <ul className={styles.branch} data-stale={branch.isPlaceholderData}>
      {branch.data.slice(0, shown).map((category) => (
        <Node key={category.key} row={row} path={[...path, category]} />
      ))}
      {branch.data.length > shown ? (
        <li>
          <Button look="quiet" onClick={() => setShown(shown + PAGE)}>
            {text.range.moreHands(formatCount(shown), formatCount(branch.data.length))}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}

function Node({ row, path }: { row: number; path: readonly Category[] }): ReactElement {
  const { study } = useStudy();
  const draft = useStudyState(draftOf);
  const written = draft.players[row]?.text ?? '';
  const [open, setOpen] = useState(false);
  const category = path[path.length - 1];
  if (category === undefined) return <li />;
  const term = categoryTerm(path, draft.game);
  const write = (value: string): void => study.setText(handField(row), value);
  return (
    <li>
      <div className={styles.node}>
        <button
          type="button"
          className={styles.opener}
          aria-expanded={open}
          aria-label={text.range.openNode(category.label)}
          onClick={() => setOpen(!open)}
        >
          <span className={styles.arrow} data-open={open}>
            <Icon name="right" size={14} />
          </span>
          <span className={styles.name}>{category.label}</span>
          <meter className={styles.meter} min={0} max={1} value={category.share} aria-hidden="true" />
          <span className={styles.share}>{text.range.share(formatShare(category.share))}</span>
          <span className={styles.combos}>{formatCount(category.combos)}</span>
        </button>
        {term === null ? null : (
          <>
            <IconButton
              icon="plus"
              label={text.range.only(category.label)}
              onClick={() => write(onlyCategory(written, term))}
            />
            <IconButton
              icon="minus"
              label={text.range.without(category.label)}
              onClick={() => write(withoutCategory(written, term))}
            />
          </>
        )}
      </div>
      {open ? <Branch row={row} path={path} /> : null}
    </li>
  );
}

/** Hands as cards; a click makes one the player's hand. */
function HandsOf({ row, hands }: { row: number; hands: readonly Category[] }): ReactElement {
  const { study } = useStudy();
  return (
    <ul className={styles.hands}>
      {hands.map((hand) => (
        <li key={hand.key}>
          <button
            type="button"
            className={styles.hand}
            aria-label={text.range.takeHand(hand.label)}
            onClick={() => study.setText(handField(row), hand.label)}
          >
            <CardRow cards={cardsIn(hand.label) ?? []} label={hand.label} />
          </button>
        </li>
      ))}
    </ul>
  );
}
