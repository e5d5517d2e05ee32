// Serves a folder on loopback, as any static host would: files by their names, no rewriting.

import { once } from 'node:events';
import httpServer from 'http-server';

/**
 * @param {string} root
 * @param {{ headers?: Record<string, string>, port?: number }} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(root, { headers = {}, port = 0 } = {}) {
  const { server } = httpServer.createServer({ root, cache: -1, showDir: 'false', headers });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${server.address().port}/`;
  return {
    url,
    close: async () => {
      server.closeAllConnections?.();
      server.close();
      await once(server, 'close');
    },
  };
}
