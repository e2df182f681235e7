/** The page's start: styles, providers, router. */
import '@ploscope/contracts/without-eval';
import '@fontsource-variable/spline-sans/wght.css';
import '@fontsource-variable/spline-sans-mono/wght.css';
import './ui/mantine.css';
import './ui/tokens.css';
import './ui/base.css';
import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './app/router.tsx';
import { theme } from './app/theme.ts';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      {/* Variables and classes come from a file: the content policy lets no style element be added by script. */}
      <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
        <RouterProvider router={router} />
      </MantineProvider>
    </StrictMode>,
  );
}
