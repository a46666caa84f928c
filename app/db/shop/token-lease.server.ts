// One holder per shop while a token is exchanged or refreshed. A holder that crashed loses the lease by time.
import { prisma } from '../client.server.ts';

/** @returns whether `holder` has the lease now. */
export async function claimTokenLease(
  shop: string,
  holder: string,
  now: Date,
  until: Date,
): Promise<boolean> {
  const claimed = await prisma().$executeRaw`
    insert into "TokenLease" as l (shop, holder, until) values (${shop}, ${holder}, ${until})
    on conflict (shop) do update set holder = excluded.holder, until = excluded.until
    where l.until < ${now}`;
  return claimed > 0;
}

export async function releaseTokenLease(shop: string, holder: string): Promise<void> {
  await prisma().tokenLease.deleteMany({ where: { shop, holder } });
}
