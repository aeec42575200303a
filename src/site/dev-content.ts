import { dirname, relative, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { isContentError, type ContentError } from './content-error.ts';
import type { Look } from './loader.ts';

/** Milliseconds for which a folder has to be quiet: editors empty a file before they write it. */
const SETTLE = 40;

/** By this name a page is told, and tells, how many refreshes it has seen. */
const SEEN = 'kumo-seen';

/** Runs in each page: a browser that is loading a page does not hear that it changes, so the page asks afterwards. */
const ASK = `
const [{ serverTiming }] = performance.getEntriesByType('navigation');
const seen = serverTiming?.find(({ name }) => name === '${SEEN}');
if (seen) import.meta.hot.send('${SEEN}', Number(seen.description));
`;

const RELOAD = { type: 'full-reload' } as const;

/** Astro shows it over the page. */
const reportOf = ({ message }: ContentError) => {
  const [title, ...findings] = message.split('\n\n');
  return { type: 'error', err: { title, message: findings.join('\n\n'), stack: '' } } as const;
};

/**
 * Shows changed content in the dev server. Astro is asked to run its loaders, since it saves at once what they find
 * then; what a loader sets by itself is saved half a second later. While the content has errors, the last good version
 * stays on the screen, under the report.
 */
export const showChanges = (contentDir: string): AstroIntegration => ({
  name: 'show-changes',
  hooks: {
    'astro:config:setup': ({ command, injectScript }) => {
      if (command === 'dev') injectScript('page', ASK);
    },
    'astro:server:setup': ({ server, logger, refreshContent }) => {
      const { hot } = server.environments.client;
      let report: ReturnType<typeof reportOf> | undefined;
      let refreshes = 0;
      let refreshed = Promise.resolve();
      let settling: NodeJS.Timeout | undefined;

      const refresh = async (path: string): Promise<void> => {
        const look: Look = { taken: false };
        try {
          await refreshContent?.({ context: { look } });
          // Astro does nothing while it reads `content.config.ts`, and it does that after each change of a note.
          if (!look.taken) return schedule(path);
          refreshes += 1;
          // What was mended may be what is on the screen already.
          if (report) hot.send(RELOAD);
          report = undefined;
          logger.info(`読み直しました: ${relative(dirname(contentDir), path)}`);
        } catch (error) {
          // Nobody waits for a refresh: an error that it threw would end the server. The next change tries again.
          if (!isContentError(error))
            return logger.error(error instanceof Error ? `${error.stack}` : String(error));
          report = reportOf(error);
          hot.send(report);
          logger.error(error.message);
        }
      };
      const schedule = (path: string): void => {
        clearTimeout(settling);
        settling = setTimeout(() => (refreshed = refresh(path)), SETTLE);
      };

      server.watcher.add(contentDir);
      for (const event of ['add', 'change', 'unlink'] as const)
        server.watcher.on(event, (path) => {
          if (path.startsWith(contentDir + sep)) schedule(path);
        });
      // The first look was taken before there was a browser to tell of errors.
      server.httpServer?.once('listening', () => schedule(contentDir));

      server.middlewares.use((_request, response, next) => {
        const pass = () => {
          response.setHeader('server-timing', `${SEEN};desc=${refreshes}`);
          next();
        };
        void refreshed.then(pass);
      });
      hot.on('vite:client:connect', () => {
        if (report) hot.send(report);
      });
      hot.on(SEEN, (seen: number, client) => {
        if (seen < refreshes) client.send(RELOAD);
      });
    },
  },
});
