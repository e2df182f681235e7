/** Line icons on a 20-unit grid, drawn for this app. Decorative: the control that holds one carries its name. */
import type { ReactElement } from 'react';

const PATHS = {
  undo: 'M7.5 4 4 7.5l3.5 3.5M4.3 7.5H12a4.25 4.25 0 0 1 0 8.5H8',
  redo: 'M12.5 4 16 7.5 12.5 11M15.7 7.5H8a4.25 4.25 0 0 0 0 8.5h4',
  link: 'M8.5 11.5a3.2 3.2 0 0 0 4.6 0l2.6-2.6a3.25 3.25 0 0 0-4.6-4.6l-1 1M11.5 8.5a3.2 3.2 0 0 0-4.6 0l-2.6 2.6a3.25 3.25 0 0 0 4.6 4.6l1-1',
  copy: 'M7 7V4.5A1.5 1.5 0 0 1 8.5 3h7A1.5 1.5 0 0 1 17 4.5v7a1.5 1.5 0 0 1-1.5 1.5H13M4.5 7h7A1.5 1.5 0 0 1 13 8.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 15.5v-7A1.5 1.5 0 0 1 4.5 7Z',
  plus: 'M10 4.5v11M4.5 10h11',
  minus: 'M4.5 10h11',
  close: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  up: 'M5 12.5 10 7.5l5 5',
  down: 'M5 7.5l5 5 5-5',
  right: 'M7.5 5l5 5-5 5',
  left: 'M12.5 5l-5 5 5 5',
  first: 'M14 5l-5 5 5 5M6 5v10',
  last: 'M6 5l5 5-5 5M14 5v10',
  cards:
    'M4.5 6.5l5.8-1.6a1 1 0 0 1 1.2.7l2 7.4a1 1 0 0 1-.7 1.2L7 15.8a1 1 0 0 1-1.2-.7l-2-7.4a1 1 0 0 1 .7-1.2ZM13.8 5.5h1.7a1 1 0 0 1 1 1v7',
  tree: 'M4 4.5v9.5a1.5 1.5 0 0 0 1.5 1.5H9M4 8.5h5M12 8.5h4.5M12 15.5h4.5',
  sun: 'M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4ZM10 2.5v1.3M10 16.2v1.3M2.5 10h1.3M16.2 10h1.3M4.7 4.7l.9.9M14.4 14.4l.9.9M15.3 4.7l-.9.9M5.6 14.4l-.9.9',
  moon: 'M16.3 11.7A6.7 6.7 0 0 1 8.3 3.7a6.7 6.7 0 1 0 8 8Z',
  auto: 'M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM10 3.5v13M10 6.5l5 0M10 10h6.3M10 13.5h5',
  help: 'M7.6 7.7a2.5 2.5 0 1 1 3.7 2.2c-.8.5-1.3.9-1.3 1.9M10 14.3v.1',
  book: 'M4 4.5h4a2 2 0 0 1 2 2v9.5a1.7 1.7 0 0 0-1.7-1.5H4ZM16 4.5h-4a2 2 0 0 0-2 2v9.5a1.7 1.7 0 0 1 1.7-1.5H16Z',
  check: 'M4.5 10.5l3.7 3.7 7.3-8',
  play: 'M7 5l8 5-8 5Z',
  stop: 'M6 6h8v8H6Z',
  pause: 'M7 5v10M13 5v10',
  person: 'M10 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM4 16.5a6 5 0 0 1 12 0',
  server: 'M4 4.5h12v4.5H4ZM4 11h12v4.5H4ZM7 6.8h.1M7 13.3h.1',
  folder:
    'M3.5 6A1.5 1.5 0 0 1 5 4.5h2.6l1.6 2H15A1.5 1.5 0 0 1 16.5 8v6a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 14Z',
  bin: 'M4.5 6h11M8 6V4.2h4V6M6 6l.7 10h6.6L14 6M8.6 9v4.2M11.4 9v4.2',
  upload: 'M10 13V4.5M6.5 7.7 10 4.2l3.5 3.5M4.5 16h11',
  download: 'M10 4v8.5M6.5 9.3 10 12.8l3.5-3.5M4.5 16h11',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
