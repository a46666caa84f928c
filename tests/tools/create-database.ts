// Databases on a server: create, clone, drop.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** The same server's address with another database. */
export function inDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** @returns the name: the prefix and a random part, so that several runs share one server. */
export async function createDatabase(serverUrl: string, prefix: string): Promise<string> {
  const name = freshName(prefix);
  await onServer(serverUrl, (client) => client.query(`create database ${name}`));
  return name;
}

export async function cloneDatabase(serverUrl: string, template: string): Promise<string> {
  const name = freshName('sixth_test');
  await onServer(serverUrl, (client) => client.query(`create database ${name} template ${template}`));
  return name;
}

/** What was in `name` is lost; whoever still is connected is cut off. */
export async function replaceDatabase(serverUrl: string, name: string, template: string): Promise<void> {
  await dropDatabase(serverUrl, name);
  await onServer(serverUrl, (client) => client.query(`create database ${name} template ${template}`));
}

/** Ends whatever is still connected after two seconds. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await onServer(serverUrl, async (client) => {
    await untilLeft(client, name);
    await client.query(`drop database if exists ${name} with (force)`);
  });
}

/** A pool says that it has ended before its connections are closed; cut off, they would throw into the test. */
async function untilLeft(client: pg.Client, name: string): Promise<void> {
  const connected = 'select 1 from pg_stat_activity where datname = $1';
  for (let waitedMs = 0; waitedMs < 2_000; waitedMs += 20) {
    if ((await client.query(connected, [name])).rows.length === 0) return;
    await sleep(20);
  }
}

function freshName(prefix: string): string {
  return `${prefix}_${randomBytes(6).toString('hex')}`;
}

async function onServer(serverUrl: string, use: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
