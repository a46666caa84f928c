import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';

/**
 * The server build imports the app's modules instead of swallowing copies of them: one process has one clock, one pool
 * and one class of each error, whether a webhook, a job or a page asks. Only what has JSX is bundled, because Node
 * runs the rest as it is.
 */
function oneCopyOfTheApp(): Plugin {
  return {
    name: 'one-copy-of-the-app',
    enforce: 'pre',
    resolveId(source, _importer, { ssr }) {
      const runsInNode = ssr && source.startsWith('#app/') && !/^#app\/(?:ui|routes)\//.test(source);
      return runsInNode ? { id: source, external: true } : null;
    },
  };
}

export default defineConfig({
  plugins: [
    oneCopyOfTheApp(),
    remix({
      appDirectory: 'app',
      ignoredRouteFiles: ['**/.*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        // A dozen pages are a small list: asked for in pieces, a save would first wait for its piece, and a server that hangs for ever.
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
  build: { assetsInlineLimit: 0, reportCompressedSize: false },
});
