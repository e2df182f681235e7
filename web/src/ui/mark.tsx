/** The mark: a scope's ring in the four suits' colours around one point. */
import type { ReactElement } from 'react';

export function Mark({ size = 24 }: { size?: number }): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      strokeWidth="3"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M13.1 2.6A9.5 9.5 0 0 1 21.4 10.9" stroke="var(--suit-h)" />
      <path d="M21.4 13.1A9.5 9.5 0 0 1 13.1 21.4" stroke="var(--suit-d)" />
      <path d="M10.9 21.4A9.5 9.5 0 0 1 2.6 13.1" stroke="var(--suit-c)" />
      <path d="M2.6 10.9A9.5 9.5 0 0 1 10.9 2.6" stroke="var(--ink)" />
      <circle cx="12" cy="12" r="3.2" fill="var(--ink)" />
    </svg>
  );
}
