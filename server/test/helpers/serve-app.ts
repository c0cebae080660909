import {once} from 'node:events';
import {createServer} from 'node:http';
import {listen} from '../../src/listen.js';
import {Health} from '../../src/health.js';
import {createApp} from '../../src/http/create-app.js';
import type {App, AppParts} from '../../src/http/create-app.js';
import {createMetrics} from '../../src/metrics.js';
import {createTestLog} from './test-log.js';

/** The way that every request goes, on a real port, with no endpoints yet. */
export const serveApp = async (config: Partial<AppParts['config']> = {}) => {
  const {log, lines} = createTestLog();
  const health = new Health();
  const metrics = createMetrics();
  const complete = {basePath: '/', trustProxy: false, origins: [], metricsToken: undefined, ...config} as const;
  const parts: App = createApp({config: complete, log, health, metrics});
  const server = createServer(parts.app);
  const port = await listen(server, '127.0.0.1', 0);
  health.phase = 'running';
  return {
    ...parts,
    url: `http://127.0.0.1:${port}`,
    server,
    health,
    metrics,
    lines,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

export type ServedApp = Awaited<ReturnType<typeof serveApp>>;
