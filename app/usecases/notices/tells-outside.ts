// Whether anybody outside the shop is told that a customer stays away: whoever doesn't come reads no page.
import { kindsByFlow } from '#app/db/notices/notices.server.ts';
import { pool } from '#app/db/pool.server.ts';

export async function tellsOutside(shopId: number): Promise<boolean> {
  return (await kindsByFlow(pool(), shopId)).includes('silent');
}
