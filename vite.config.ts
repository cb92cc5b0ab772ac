// Builds the three UIs in one go into dist/ui: one page each, shared pieces in shared files.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const page = (name: string) => resolve(import.meta.dirname, name, 'index.html');

export default defineConfig({
  plugins: [react()],
  base: '/',
  build: {
    outDir: 'dist/ui',
    emptyOutDir: true,
    target: ['chrome87', 'firefox86', 'safari14'],
    sourcemap: false,
    rollupOptions: {
      input: { kiosk: page('kiosk-ui'), display: page('display-ui'), counter: page('counter-ui') },
    },
  },
  server: {
    proxy: { '/api': 'http://127.0.0.1:8080', '/live': { target: 'http://127.0.0.1:8080', ws: true } },
  },
});
