/** A horizontal bar of block characters, exact to an eighth of a character. */

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A share 0…1 as a bar in `width` characters, padded with a light track. */
export function formatBar(share: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  const whole = '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
  return whole + '░'.repeat(width - Math.ceil(eighths / 8));
}
