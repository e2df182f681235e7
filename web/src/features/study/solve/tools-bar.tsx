/** The bar above: game, undo and redo, examples, opening, keeping, link. */
import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import { text } from '../../../text/en.ts';
import { solveText } from '../../../text/solve.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { GAMES } from '../spot/draft.ts';
import bar from '../toolbar.module.css';
import { useSolve, useSolveState } from './solve-context.tsx';
import { EXAMPLES, type SolveExample } from './spot/examples.ts';
import { draftOf } from './state.ts';
import { useKeeping } from './use-keeping.ts';

export function ToolsBar({ onOpen }: { onOpen: () => void }): ReactElement {
  const { study, setDeck } = useSolve();
  const game = useSolveState((state) => draftOf(state).game);
  const canUndo = useSolveState((state) => state.history.past.length > 0);
  const canRedo = useSolveState((state) => state.history.future.length > 0);
  const isDone = useSolveState((state) => state.run.kind === 'done');
  const { copyLink, downloadSpot, downloadSolve } = useKeeping();
  return (
    <div className={bar.bar}>
      <Segments
        wide
        label={text.gameLabel}
        value={game}
        onChange={study.setGame}
        options={GAMES.map((value) => ({ value, label: text.games[value] }))}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would group form fields; these are commands */}
      <div className={bar.tools} role="group" aria-label={text.tools.label}>
        <IconButton icon="undo" label={text.tools.undo} keys="Ctrl Z" disabled={!canUndo} onClick={study.undo} />
        <IconButton icon="redo" label={text.tools.redo} keys="Ctrl Shift Z" disabled={!canRedo} onClick={study.redo} />
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button icon="book">{text.tools.examples}</Button>
          </Menu.Target>
          <Menu.Dropdown className={bar.menu}>
            {(Object.keys(EXAMPLES) as SolveExample[]).map((name) => (
              <Menu.Item
                key={name}
                className={bar.item}
                onClick={() => {
                  setDeck(null);
                  study.openDraft(EXAMPLES[name]);
                }}
              >
                <span>{solveText.examples[name].name}</span>
                <small>{solveText.examples[name].note}</small>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button icon="folder" shrinks onClick={onOpen}>
          {solveText.tools.open}
        </Button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button icon="download" shrinks>
              {solveText.tools.download}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={bar.menu}>
            <Menu.Item className={bar.item} onClick={downloadSpot}>
              <span>{solveText.tools.spotName}</span>
              <small>{solveText.tools.spotNote}</small>
            </Menu.Item>
            <Menu.Item className={bar.item} disabled={!isDone} onClick={downloadSolve}>
              <span>{solveText.tools.solveName}</span>
              <small>{isDone ? solveText.tools.solveNote : solveText.tools.solveMissing}</small>
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button icon="link" shrinks onClick={copyLink}>
          {text.tools.copyLink}
        </Button>
      </div>
    </div>
  );
}
