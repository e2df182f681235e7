/** A choice of a few, all in sight. Mantine's radio group underneath: arrows move, one tab stop. */
import { SegmentedControl } from '@mantine/core';
import type { ReactElement } from 'react';
import styles from './segments.module.css';

export interface SegmentsProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
  /** Takes the whole width on a narrow screen. */
  readonly wide?: boolean;
}

export function Segments<V extends string>({ label, value, options, onChange, wide }: SegmentsProps<V>): ReactElement {
  return (
    <SegmentedControl
      aria-label={label}
      classNames={{
        root: styles.root,
        control: styles.control,
        label: styles.label,
        innerLabel: styles.inner,
        indicator: styles.indicator,
      }}
      data-wide={wide}
      withItemsBorders={false}
      transitionDuration={140}
      value={value}
      onChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
      }}
      data={options.map((option) => ({ value: option.value, label: option.label }))}
    />
  );
}
