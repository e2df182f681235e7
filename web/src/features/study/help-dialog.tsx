/** Help: the keys, with a switch for single letters, and the notation by example. */
import { Modal } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { setSingleKeys, singleKeysOn } from '../../lib/single-keys.ts';
import { text } from '../../text/en.ts';
import styles from './help-dialog.module.css';

export function HelpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactElement {
  const [keysOn, setKeysOn] = useState(singleKeysOn);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.help.title}
      size="46rem"
      centered
      // Locking the scroll would add a style element, which the content policy forbids.
      lockScroll={false}
      closeButtonProps={{ 'aria-label': text.help.close }}
      classNames={{ content: styles.content, header: styles.header, title: styles.title, close: styles.close }}
    >
      <div className={styles.columns}>
        <section>
          <h3>{text.help.keys}</h3>
          <dl className={styles.list}>
            {text.help.shortcuts.map(([keys, what]) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <label className={styles.switch}>
            <input
              type="checkbox"
              checked={keysOn}
              onChange={(event) => {
                setSingleKeys(event.target.checked);
                setKeysOn(event.target.checked);
              }}
            />
            {text.help.keysOn}
          </label>
        </section>
        <section>
          <h3>{text.help.notation}</h3>
          <dl className={styles.list}>
            {text.help.examples.map(([written, meaning]) => (
              <div key={written}>
                <dt>
                  <code>{written}</code>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Modal>
  );
}
