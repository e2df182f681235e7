/** Mantine's theme: our fonts and corners. Colours live in `ui/tokens.css`, for both schemes. */
import { createTheme } from '@mantine/core';

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  respectReducedMotion: true,
});
