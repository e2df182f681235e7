/** Stepping through the hand: to the ends, step by step, street by street, or by itself. */
import type { ReactElement } from 'react';
import { handsText } from '../../../text/hands.ts';
import { IconButton } from '../../../ui/button.tsx';
import styles from './replay.module.css';
import { useReplay } from './replay-context.tsx';
import { streetStops } from './stops.ts';
import type { Stops } from './use-stops.ts';

const words = handsText.replay;

export function Controls({ playing, togglePlay }: Pick<Stops, 'playing' | 'togglePlay'>): ReactElement {
  const { stops, stop, goTo } = useReplay();
  const last = stops.length - 1;
  const streets = streetStops(stops);
  const street = streets.findLastIndex((found) => found.stop <= stop);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would group form fields; these are commands
    <div className={styles.controls} role="group" aria-label={words.controls}>
      <div className={styles.steps}>
        <IconButton icon="first" label={words.start} keys="Home" aria-disabled={stop === 0} onClick={() => goTo(0)} />
        <IconButton icon="left" label={words.back} keys="←" aria-disabled={stop === 0} onClick={() => goTo(stop - 1)} />
        <IconButton icon={playing ? 'pause' : 'play'} label={playing ? words.pause : words.play} onClick={togglePlay} />
        <IconButton
          icon="right"
          label={words.forward}
          keys="→"
          aria-disabled={stop === last}
          onClick={() => goTo(stop + 1)}
        />
        <IconButton icon="last" label={words.end} keys="End" aria-disabled={stop === last} onClick={() => goTo(last)} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div className={styles.streets} role="group" aria-label={words.streets}>
        {streets.map((found, index) => (
          <button
            key={found.street}
            type="button"
            className={styles.street}
            aria-current={index === street ? 'step' : undefined}
            onClick={() => goTo(found.stop)}
          >
            {words.streetNames[found.street]}
          </button>
        ))}
      </div>
      <p className={styles.count} role="status">
        {words.stepOf(stop + 1, stops.length)}
      </p>
    </div>
  );
}
