import { createServer } from 'node:net';
import type { Ports } from '#tests/local-shopify/start.ts';

/** Said before anything is built or started. @throws Error of one line for the first port that is taken. */
export async function checkPorts(ports: Ports): Promise<void> {
  for (const port of Object.values(ports)) await checkPort(port);
}

function checkPort(port: number): Promise<void> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is in use' : `can't be opened (${error.code})`;
      reject(new Error(`Port ${port} ${why}: choose another, e.g. PORT=${port + 100} npm run demo.`));
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}
