import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Three builds, chosen by `--mode`. `admin` and `portal` are what people get. `gallery` is the console with one page more,
 * which shows every design piece in each state; it is looked at in development and by the tests, and never deployed.
 */
const programs = { admin: 'admin', portal: 'portal', gallery: 'admin' } as const;
type Program = keyof typeof programs;

export default defineConfig(({ mode: asked }) => {
  const mode = asked === 'development' ? 'gallery' : asked; // `vite` alone: look at the pieces while drawing them
  if (!isProgram(mode)) throw new Error(`vite: --mode is one of ${Object.keys(programs).join(', ')}, not "${mode}"`);
  return {
    root: resolve(import.meta.dirname, programs[mode]),
    base: '/',
    cacheDir: resolve(import.meta.dirname, '.kept/vite', mode),
    publicDir: false,
    plugins: [react()],
    resolve: {
      alias: {
        // cmdk's own dialog brings a scroll lock that writes <style> into the page, which the policy forbids; Kept uses <dialog>
        '@radix-ui/react-dialog': resolve(import.meta.dirname, 'admin/design/without-radix-dialog.ts'),
      },
    },
    define: {
      // react-admin and cmdk look at it; Vite sets it from the mode's name otherwise
      'process.env.NODE_ENV': JSON.stringify('production'),
      galleryBuild: JSON.stringify(mode === 'gallery'),
    },
    build: {
      outDir: resolve(import.meta.dirname, 'dist/browser', mode),
      emptyOutDir: true,
      manifest: true,
      target: 'es2023',
      // the content security policy allows scripts, styles and fonts from our own origin only: no data: URIs, no inline script
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        output: {
          entryFileNames: 'assets/[name]-[hash].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
          codeSplitting: { groups },
        },
      },
    },
  };
});

// One group, for caching: what is always needed and rarely changes keeps its name. A group takes all of its packages that any
// part uses, so nothing of which a lazy page uses more than the first load may be in one (react-admin, forms). A package's
// name ends with a slash, else `react` also takes `react-hook-form`.
const groups = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|react-router-dom|scheduler)[\\/]/ },
];

function isProgram(mode: string): mode is Program {
  return mode in programs;
}
