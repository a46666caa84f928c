// discountAutomaticApp*, Activate, Deactivate, Delete: what an app does to its automatic discounts.
import { resolveNamespace } from '#tests/local-shopify/shop/app-settings.ts';
import type { AutomaticDiscount, DiscountClass } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { Metafields } from '#tests/local-shopify/shop/types.ts';
import { wholeSecond } from '#tests/local-shopify/shop/times.ts';
import { requireScope } from './access.ts';
import type { AdminContext } from './context.ts';
import { automaticDiscountNode, automaticDiscountView } from './discount-nodes.ts';
import { automaticRefusal, inputRefusal } from './discount-refusals.ts';
import type { UserError } from './discount-refusals.ts';
import { gid, idOf } from './global-ids.ts';

export type MetafieldInput = { namespace?: string | null; key: string; type?: string | null; value: string };
type CombinesWithInput = Partial<AutomaticDiscount['combinesWith']>;

export type AppDiscountInput = {
  title?: string | null;
  functionHandle?: string | null;
  discountClasses?: DiscountClass[] | null;
  startsAt?: string | null;
  endsAt?: string | null;
  combinesWith?: CombinesWithInput | null;
  appliesOnSubscription?: boolean | null;
  appliesOnOneTimePurchase?: boolean | null;
  metafields?: MetafieldInput[] | null;
};

type ById = { id: string };

const utc = (instant: string): string => wholeSecond(new Date(instant));

/** Upserted by namespace and key. */
export function metafieldsOf(
  context: AdminContext,
  inputs: readonly MetafieldInput[],
  present: Metafields,
): Metafields {
  const written = { ...present };
  const at = wholeSecond(context.at);
  for (const { namespace, key, type, value } of inputs) {
    const resolved = resolveNamespace(context.shopify.app, namespace);
    const name = `${resolved}.${key}`;
    const before = written[name];
    written[name] = {
      id: before?.id ?? context.shop.nextId(),
      namespace: resolved,
      key,
      type: type ?? before?.type ?? 'json',
      value,
      createdAt: before?.createdAt ?? at,
      updatedAt: at,
    };
  }
  return written;
}

export const combines = (input: CombinesWithInput | null | undefined): AutomaticDiscount['combinesWith'] => ({
  productDiscounts: input?.productDiscounts ?? false,
  orderDiscounts: input?.orderDiscounts ?? false,
  shippingDiscounts: input?.shippingDiscounts ?? false,
});

/** What the input names; the rest stays. An `endsAt` of null takes the end away. */
function changesOf(context: AdminContext, input: AppDiscountInput, present: Metafields) {
  const { title, startsAt, endsAt, discountClasses } = input;
  return {
    ...(title ? { title: title.trim() } : {}),
    ...(startsAt ? { startsAt: utc(startsAt) } : {}),
    ...(endsAt === undefined ? {} : { endsAt: endsAt === null ? null : utc(endsAt) }),
    ...(discountClasses ? { discountClasses } : {}),
    ...(input.combinesWith ? { combinesWith: combines(input.combinesWith) } : {}),
    metafields: metafieldsOf(context, input.metafields ?? [], present),
  };
}

const answer = (discount: object | null, userErrors: UserError[] = []) => ({
  automaticAppDiscount: discount,
  userErrors,
});

async function create(args: { automaticAppDiscount: AppDiscountInput }, context: AdminContext) {
  requireScope(context, 'write_discounts', 'discountAutomaticAppCreate');
  const input = args.automaticAppDiscount;
  const refused = automaticRefusal(context, input) ?? inputRefusal(context, input, null);
  if (refused) return answer(null, [refused]);
  const added = await context.shop.automaticDiscounts.add({
    kind: 'app',
    functionHandle: input.functionHandle ?? '',
    title: '',
    startsAt: wholeSecond(context.at),
    endsAt: null,
    discountClasses: ['PRODUCT'],
    combinesWith: combines(null),
    appliesOnSubscription: input.appliesOnSubscription ?? true,
    appliesOnOneTimePurchase: input.appliesOnOneTimePurchase ?? true,
    ...changesOf(context, input, {}),
  });
  return answer(automaticDiscountView(context, added));
}

/** GraphQL fills in what the input's type has defaults for, so these two are always there. */
async function update(args: { automaticAppDiscount: AppDiscountInput } & ById, context: AdminContext) {
  requireScope(context, 'write_discounts', 'discountAutomaticAppUpdate');
  const present = appDiscount(context, args.id);
  if (!present) return answer(null, [GONE]);
  const input = args.automaticAppDiscount;
  const refused = inputRefusal(context, input, present);
  if (refused) return answer(null, [refused]);
  const changed = await context.shop.automaticDiscounts.change(present.id, {
    appliesOnSubscription: input.appliesOnSubscription ?? present.appliesOnSubscription,
    appliesOnOneTimePurchase: input.appliesOnOneTimePurchase ?? present.appliesOnOneTimePurchase,
    ...changesOf(context, input, present.metafields),
  });
  return answer(automaticDiscountView(context, changed));
}

const GONE: UserError = { field: ['id'], message: 'Discount does not exist', code: 'INVALID' };

function anyDiscount(context: AdminContext, id: string): AutomaticDiscount | undefined {
  return context.shop.automaticDiscounts.get(idOf('DiscountAutomaticNode', id));
}

function appDiscount(context: AdminContext, id: string): AutomaticDiscount | undefined {
  const found = anyDiscount(context, id);
  return found?.kind === 'app' ? found : undefined;
}

function switching(name: string, make: 'start' | 'end') {
  return async ({ id }: ById, context: AdminContext) => {
    requireScope(context, 'write_discounts', name);
    const found = anyDiscount(context, id);
    if (!found) return { automaticDiscountNode: null, userErrors: [GONE] };
    const changed = await context.shop.automaticDiscounts[make](found.id);
    return { automaticDiscountNode: automaticDiscountNode(context, changed), userErrors: [] };
  };
}

async function remove({ id }: ById, context: AdminContext) {
  requireScope(context, 'write_discounts', 'discountAutomaticDelete');
  const found = anyDiscount(context, id);
  if (!found) return { deletedAutomaticDiscountId: null, userErrors: [GONE] };
  await context.shop.automaticDiscounts.remove(found.id);
  return { deletedAutomaticDiscountId: gid('DiscountAutomaticNode', found.id), userErrors: [] };
}

export const DISCOUNT_MUTATIONS = {
  discountAutomaticAppCreate: create,
  discountAutomaticAppUpdate: update,
  discountAutomaticActivate: switching('discountAutomaticActivate', 'start'),
  discountAutomaticDeactivate: switching('discountAutomaticDeactivate', 'end'),
  discountAutomaticDelete: remove,
};
