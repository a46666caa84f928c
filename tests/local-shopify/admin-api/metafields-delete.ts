// metafieldsDelete: at most 25, all or none; one that isn't there is no error.
import { resolveNamespace } from '#tests/local-shopify/shop/app-settings.ts';
import type { AdminContext } from './context.ts';
import { ownerOf } from './metafields-set.ts';

type Identifier = { ownerId: string; namespace: string; key: string };

const MOST = 25;
const refused = (field: string[], message: string) => ({
  deletedMetafields: null,
  userErrors: [{ field, message }],
});

export async function metafieldsDelete(args: { metafields: Identifier[] }, context: AdminContext) {
  if (args.metafields.length > MOST) {
    return refused(['metafields'], `Exceeded the maximum metafields input limit of ${MOST}.`);
  }
  const owners = args.metafields.map(({ ownerId }) => ownerOf(context, ownerId));
  const missing = owners.indexOf(null);
  if (missing !== -1) return refused(['metafields', String(missing), 'ownerId'], 'Owner does not exist.');
  const deleted = args.metafields.map((asked, place) => {
    const own = owners[place]?.own ?? {};
    const name = `${resolveNamespace(context.shopify.app, asked.namespace)}.${asked.key}`;
    if (!own[name]) return null;
    Reflect.deleteProperty(own, name);
    return asked;
  });
  for (const owner of owners) if (owner?.type === 'CUSTOMER') await context.shop.saveCustomer(owner.customer);
  return { deletedMetafields: deleted, userErrors: [] };
}
