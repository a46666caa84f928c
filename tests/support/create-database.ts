// Databases on a server: create, clone, drop.
import { randomBytes } from 'node:crypto';
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
  await execute(serverUrl, `create database ${name}`);
  return name;
}

export async function cloneDatabase(serverUrl: string, template: string): Promise<string> {
  const name = freshName('sixth_test');
  await execute(serverUrl, `create database ${name} template ${template}`);
  return name;
}

/** Ends whatever is still connected. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await execute(serverUrl, `drop database if exists ${name} with (force)`);
}

function freshName(prefix: string): string {
  return `${prefix}_${randomBytes(6).toString('hex')}`;
}

async function execute(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
