/**
 * Keys that work anywhere on the page. Single letters sleep while one types, while a dialog is open, and for good
 * when the player switches them off; undo and redo work in fields too, where they take back the field's own edits.
 */
import { useEffect, useRef } from 'react';
import { singleKeysOn } from '../../lib/single-keys.ts';
import { focusField } from './editor/focus.ts';
import { handField, rowOfField } from './spot/draft.ts';
import { draftOf } from './state.ts';
import { useStudy } from './study-context.tsx';

export interface ShortcutActions {
  readonly copyLink: () => void;
  readonly copyText: () => void;
  readonly openHelp: () => void;
  readonly asleep: boolean;
}

export function useShortcuts(actions: ShortcutActions): void {
  const { study, togglePanel, closePanel, panel, lastField } = useStudy();
  const latest = useRef<(event: KeyboardEvent) => void>(() => {});
  latest.current = (event) => {
    if (actions.asleep || event.defaultPrevented) return;
    const { key } = event;
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      const letter = key.toLowerCase();
      if (letter === 'z' || letter === 'y') {
        event.preventDefault();
        if (letter === 'y' || event.shiftKey) study.redo();
        else study.undo();
      }
      return;
    }
    if (key === 'Escape' && panel !== null) {
      closePanel();
      focusField(panel.field);
      return;
    }
    if (event.altKey || isTyping(event.target) || !singleKeysOn()) return;
    const act = singleKey(key);
    if (act === null) return;
    event.preventDefault();
    act();
  };

  const singleKey = (key: string): (() => void) | null => {
    if (/^[1-8]$/.test(key)) return () => focusField(handField(Number(key) - 1));
    switch (key) {
      case 'b':
        return () => focusField('board');
      case 'd':
        return () => focusField('dead');
      case 'n':
        return () => {
          study.addPlayer();
          requestAnimationFrame(() => focusField(handField(draftOf(study.store.get()).players.length - 1)));
        };
      case 'p':
        return () => togglePanel({ field: lastField, kind: 'cards' });
      case 'e':
        return rowOfField(lastField) === null ? null : () => togglePanel({ field: lastField, kind: 'range' });
      case 'r':
        return () => (study.store.get().run.kind === 'running' ? study.stop() : study.retry());
      case 'l':
        return actions.copyLink;
      case 'c':
        return actions.copyText;
      case '?':
        return actions.openHelp;
      default:
        return null;
    }
  };

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => latest.current(event);
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role="menu"]') !== null
    ? !(target instanceof HTMLInputElement && target.type === 'radio')
    : false;
}
