// What the lines of an order are called, asked for whoever opens its "why", and stored nowhere. Without the names lines are
// called by their number.
import { Failure } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { lineTitles } from '#app/shopify/orders/line-titles.ts';

/** By line id; none where Shopify no longer shows the order, or can't be asked. */
export async function askLineTitles(shopDomain: string, orderId: string): Promise<Record<string, string>> {
  try {
    const { order } = await callAdmin(shopDomain, lineTitles, { id: gid('Order', orderId) });
    const titled = (order?.lineItems.nodes ?? []).flatMap(({ id, name }) => {
      const lineId = digitsOfGid(id);
      return lineId ? [[lineId, name] as const] : [];
    });
    return Object.fromEntries(titled);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    log.info({ shopDomain, code: error.code }, 'an order’s lines are shown without names');
    return {};
  }
}
