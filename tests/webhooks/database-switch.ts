// A wire to the database that a test can cut, mend and let hang: for the app the database is down, or doesn't answer; for
// the test it is as ever.
import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '#tests/tools/free-port.ts';

export type DatabaseSwitch = {
  url: string;
  up(): Promise<void>;
  down(): Promise<void>;
  /** Connections stay, and new ones are taken; nothing goes through any more. */
  hang(): void;
  /** What was held back goes through after all. */
  goOn(): void;
  /** Its host is gone without a word, and another answers at its address: old connections hang for ever, new ones are well. */
  replace(): void;
};

/** Cut at first, as for an app that boots before its database. */
export async function databaseSwitch(databaseUrl: string): Promise<DatabaseSwitch> {
  const real = new URL(databaseUrl);
  const wired = new URL(databaseUrl);
  const port = await freePort();
  wired.hostname = '127.0.0.1';
  wired.port = String(port);
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let hanging = false;
  return {
    url: wired.href,
    up: () => {
      const listening = createServer((client) => {
        join(client, connect(Number(real.port), real.hostname), sockets);
        if (hanging) client.pause();
      });
      server = listening;
      return new Promise((resolve) => listening.listen(port, '127.0.0.1', resolve));
    },
    down: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => (server ? server.close(() => resolve()) : resolve()));
    },
    hang: () => {
      hanging = true;
      for (const socket of sockets) socket.pause();
    },
    goOn: () => {
      hanging = false;
      for (const socket of sockets) socket.resume();
    },
    replace: () => {
      for (const socket of sockets) socket.pause();
    },
  };
}

function join(client: Socket, database: Socket, sockets: Set<Socket>): void {
  for (const [socket, other] of [
    [client, database],
    [database, client],
  ] as const) {
    sockets.add(socket);
    socket.pipe(other);
    // A cut wire breaks both ends; that is what the switch is for.
    socket.on('error', () => other.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
  }
}
