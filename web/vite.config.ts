/**
 * How the pages are built: `vite build web` writes `web/dist`, hashed files that a strict content policy allows
 * (no inline script, no inline style, no data addresses), each text beside its compressed twins. `vite web` serves
 * them while they are being written and passes `/api` on to the server of `BAMSAT_API`.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const TEXT = /\.(?:js|css|html|svg)$/;

/** Compressed once here, so that the server never has to. */
function compressed(): Plugin {
  let folder = '';
  return {
    name: 'bamsat-compressed',
    apply: 'build',
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle: () => {
      // A build that failed wrote nothing; its own words are the ones to be told.
      if (!existsSync(folder)) return;
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!TEXT.test(name)) continue;
        const file = join(folder, name);
        const bytes = readFileSync(file);
        if (bytes.length < 512) continue;
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
        const quality = { [constants.BROTLI_PARAM_QUALITY]: 11 };
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: quality }));
      }
    },
  };
}

/** The order of the layers, whatever style comes first. */
const LAYERS = '@layer reset, tokens, base, kit, frame, page, still;\n';

/** Says the order of the layers in every file of styles: pages are loaded in pieces, and the first piece would decide. */
function layered(): Plugin {
  return {
    name: 'bamsat-layers',
    enforce: 'pre',
    transform: (code, id) => (/\.css$/.test(id) && !id.includes('node_modules') ? LAYERS + code : null),
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), layered(), compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome120', 'edge120', 'firefox125', 'safari17.4'],
    rolldownOptions: {
      output: {
        // Pages are all called page.tsx: their folder says which one a chunk is.
        chunkFileNames: ({ facadeModuleId, name }) =>
          `assets/${facadeModuleId && name === 'page' ? basename(dirname(facadeModuleId)) : name}-[hash].js`,
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env.BAMSAT_API ?? 'http://127.0.0.1:8080' },
  },
});
