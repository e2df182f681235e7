/** A QR code as one path. Dark on white in both colour schemes: readers of it expect that. */
import type { ReactElement } from 'react';
import { encode } from 'uqr';
import { accountText } from '../../text/account.ts';
import styles from './account.module.css';

/** The quiet zone, in modules, is the frame's padding. */
export function QrCode({ text }: { text: string }): ReactElement {
  const { data, size } = encode(text, { ecc: 'M', border: 1 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter(Boolean)
    .join('');
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={accountText.twoFactor.qr}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000000" />
    </svg>
  );
}
