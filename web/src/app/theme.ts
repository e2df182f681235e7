/** Mantine's theme: our fonts and corners. Colours live in `ui/tokens.css`, for both schemes. */
import { createTheme, Modal, Tooltip } from '@mantine/core';

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  respectReducedMotion: true,
  components: {
    // Locking the scroll would add a style element, which the content policy forbids.
    Modal: Modal.extend({ defaultProps: { lockScroll: false, centered: true } }),
    Tooltip: Tooltip.extend({ defaultProps: { events: { hover: true, focus: true, touch: false } } }),
  },
});
