// The one Prisma client of a process. Hot paths use the pool of pool.server.ts instead.
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Prisma } from '@prisma/client';
import { config } from '#app/config.server.ts';

/** Milliseconds to wait for a connection: Shopify gives a webhook five seconds in all. */
const CONNECT_MS = 3000;

let client: PrismaClient | undefined;

/** What a function needs that runs in somebody's transaction. */
export type Tx = Prisma.TransactionClient;

/** Connects at the first query, and again after the database was away. */
export function prisma(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: config().databaseUrl,
      max: 8,
      connectionTimeoutMillis: CONNECT_MS,
    }),
  });
  return client;
}

/** Throws while the database doesn't answer. */
export async function pingDatabase(): Promise<void> {
  await prisma().$queryRaw`select 1`;
}

export async function closePrisma(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}
