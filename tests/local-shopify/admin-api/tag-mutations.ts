// Tags of customers. Shopify compares them without regard to case.
import type { Customer } from '#tests/local-shopify/shop/types.ts';
import { requireScope } from './access.ts';
import type { AdminContext } from './context.ts';
import { customerView } from './customer-view.ts';
import { parseGid } from './global-ids.ts';

type Args = { id: string; tags: string[] };

const MOST = 250;
const refused = (field: string, message: string) => ({
  node: null,
  userErrors: [{ field: [field], message }],
});
const has = (tags: readonly string[], tag: string) =>
  tags.some((one) => one.toLowerCase() === tag.toLowerCase());

function change(name: string, tagsAfter: (now: readonly string[], asked: readonly string[]) => string[]) {
  return async ({ id, tags }: Args, context: AdminContext) => {
    const asked = parseGid(id);
    if (asked.type !== 'Customer') throw new Error(`the stand-in has no tags of ${asked.type}`);
    requireScope(context, 'write_customers', name);
    const customer = context.shop.customers.get(asked.id);
    if (!customer) return refused('id', 'Customer does not exist');
    const fault = context.shopify.faults(context.shop.domain).refuseTags;
    if (fault?.(asked.id)) return refused('tags', 'Tags is invalid');
    const after = tagsAfter(customer.tags, tags);
    if (after.length > MOST) return refused('tags', `Tags exceeds the maximum of ${MOST} tags`);
    const changed: Customer = { ...customer, tags: after };
    await context.shop.saveCustomer(changed);
    return { node: customerView(context, changed), userErrors: [] };
  };
}

export const TAG_MUTATIONS = {
  tagsAdd: change('tagsAdd', (now, asked) => [...now, ...asked.filter((tag) => !has(now, tag))]),
  tagsRemove: change('tagsRemove', (now, asked) => now.filter((tag) => !has(asked, tag))),
};
