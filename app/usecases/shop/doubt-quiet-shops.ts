// An uninstall may be told to nobody: of a shop whose token is dead, and of which nothing was heard for long, Shopify is
// asked. It counts as uninstalled then, and the time after which it is erased begins.
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { hintInstallation } from '#app/db/shop/installation-hints.server.ts';
import { quietShops } from '#app/db/shop/left-shops.server.ts';
import { log } from '#app/log.server.ts';

/** Safe to run twice: a shop that was hinted is quiet no more. */
export async function doubtQuietShops(): Promise<void> {
  for (const shopId of await quietShops(pool(), now())) {
    await withTransaction(async (client) => {
      await hintInstallation(client, shopId, now());
      await enqueue(client, 'check_installation', { shopId });
    });
    log.info({ shopId }, 'a shop has been quiet for long: Shopify is asked whether it has the app');
  }
}
