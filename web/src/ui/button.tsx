/** Buttons: `Button` with words (`shrinks` to its icon on a narrow screen), `IconButton` with a name that is heard and, on hover, seen. */
import { Tooltip } from '@mantine/core';
import type { ButtonHTMLAttributes, ReactElement, Ref } from 'react';
import styles from './button.module.css';
import { Icon, type IconName } from './icons.tsx';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> & {
  ref?: Ref<HTMLButtonElement>;
  /** `submit` in a form; otherwise a button does what its click says. */
  type?: 'button' | 'submit';
};

export function Button({
  look = 'plain',
  icon,
  shrinks = false,
  className = '',
  type = 'button',
  children,
  ...rest
}: Native & { look?: 'plain' | 'primary' | 'quiet' | 'danger'; icon?: IconName; shrinks?: boolean }): ReactElement {
  return (
    <button type={type} className={`${styles.button} ${className}`} data-look={look} {...rest}>
      {icon ? <Icon name={icon} size={16} /> : null}
      <span className={shrinks ? styles.shrinks : undefined}>{children}</span>
    </button>
  );
}

const HOVER_AND_FOCUS = { hover: true, focus: true, touch: false };

export function IconButton({
  icon,
  label,
  keys,
  ...rest
}: Native & { icon: IconName; label: string; keys?: string }): ReactElement {
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label} openDelay={500} withArrow events={HOVER_AND_FOCUS}>
      <button className={styles.icon} aria-label={label} {...rest} type="button">
        <Icon name={icon} />
      </button>
    </Tooltip>
  );
}
