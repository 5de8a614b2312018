import { join } from 'node:path';
import type { Plugin } from 'vite';
import { ROOT_FOLDER } from '../support/source-tree.ts';

const ROUTER_FILE = join(ROOT_FOLDER, 'web', 'console', 'router.tsx');
const WATCHED = '\0watched-router';

/** Only the router that draws is handed out: StrictMode makes a second one that nobody sees. */
const SOURCE = `
  import { useRouter } from '@tanstack/react-router';
  import * as console from ${JSON.stringify(ROUTER_FILE)};
  const InnerWrap = ({ children }) => {
    window.shownRouter = useRouter();
    return children;
  };
  export function createConsoleRouter(queryClient) {
    const router = console.createConsoleRouter(queryClient);
    router.update({ ...router.options, InnerWrap });
    return router;
  }
`;

/** The console's router as it is, which a page hands to tests as `window.shownRouter`. */
export const watchedRouter = (): Plugin => ({
  name: 'watched-router',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === './router.tsx' && importer?.endsWith('/console/console.tsx') ? WATCHED : null,
  load: (id) => (id === WATCHED ? SOURCE : null),
});
