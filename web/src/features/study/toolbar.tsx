/** The bar above: game, undo and redo, examples, copying, help. */
import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import { text } from '../../text/en.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { GAMES } from './spot/draft.ts';
import { EXAMPLES, type ExampleName } from './spot/examples.ts';
import { draftOf } from './state.ts';
import { useStudy, useStudyState } from './study-context.tsx';
import styles from './toolbar.module.css';

export interface ToolbarProps {
  readonly onCopyLink: () => void;
  readonly onCopyText: () => void;
  readonly onHelp: () => void;
}

export function Toolbar({ onCopyLink, onCopyText, onHelp }: ToolbarProps): ReactElement {
  const { study, closePanel } = useStudy();
  const game = useStudyState((state) => draftOf(state).game);
  const canUndo = useStudyState((state) => state.history.past.length > 0);
  const canRedo = useStudyState((state) => state.history.future.length > 0);
  return (
    <div className={styles.bar}>
      <Segments
        wide
        label={text.gameLabel}
        value={game}
        onChange={study.setGame}
        options={GAMES.map((value) => ({ value, label: text.games[value] }))}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would group form fields; these are commands */}
      <div className={styles.tools} role="group" aria-label={text.tools.label}>
        <IconButton icon="undo" label={text.tools.undo} keys="Ctrl Z" disabled={!canUndo} onClick={study.undo} />
        <IconButton icon="redo" label={text.tools.redo} keys="Ctrl Shift Z" disabled={!canRedo} onClick={study.redo} />
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button icon="book">{text.tools.examples}</Button>
          </Menu.Target>
          <Menu.Dropdown className={styles.menu}>
            {(Object.keys(EXAMPLES) as ExampleName[]).map((name) => (
              <Menu.Item
                key={name}
                className={styles.item}
                onClick={() => {
                  closePanel();
                  study.openSpot(EXAMPLES[name]);
                }}
              >
                <span>{text.examples[name].name}</span>
                <small>{text.examples[name].note}</small>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button icon="link" shrinks onClick={onCopyLink}>
          {text.tools.copyLink}
        </Button>
        <Button icon="copy" shrinks onClick={onCopyText}>
          {text.tools.copyText}
        </Button>
        <IconButton icon="help" label={text.tools.help} keys="?" onClick={onHelp} />
      </div>
    </div>
  );
}
