/**
 * The web build: hashed assets into `dist`, nothing inlined (the server's policy allows `'self'` only), workers as
 * modules. In development `/api` and the socket go to the server on port 3000.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Our own rooms do nothing on being imported, so what a screen does not use of them is not part of its chunk.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /\/(?:poker|kernel)\/src\//, sideEffects: false }] } },
  },
  server: {
    port: 5173,
    proxy: {
      '/api': 'http://localhost:3000',
      '/health': 'http://localhost:3000',
      '/socket.io': { target: 'http://localhost:3000', ws: true },
    },
  },
});
