// One step of the discounts' sync, at Shopify and in our notes.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import {
  startOf,
  type DiscountStep,
  type ShownDiscount,
  type WantedDiscount,
} from '#app/core/discounts/card-discounts.ts';
import { discountProblem, type DiscountRefusal } from '#app/shopify/discounts/discount-refusal.ts';
import { CONFIG_METAFIELD, VARIABLES_METAFIELD } from '#app/core/stamps/discount-config.ts';
import {
  markHealed,
  markProblem,
  nameDiscount,
  type DiscountState,
} from '#app/db/discounts/card-discounts.server.ts';
import { AdminRefused } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import {
  createDiscount,
  deleteDiscount,
  endDiscount,
  updateDiscount,
  type DiscountInput,
} from '#app/shopify/discounts/write-discount.ts';
import { DISCOUNT_NODE } from './ask-shown-discounts.ts';

/** As in extensions/loyalty-discount/shopify.extension.toml. */
const FUNCTION_HANDLE = 'loyalty-discount';

type SyncedShop = { id: number; domain: string };
/** `refused` names the card that Shopify doesn't have as published. */
type Done = { refused: string | null };
const DONE: Done = { refused: null };

const STATES: Record<ShownDiscount['status'], DiscountState> = {
  ACTIVE: 'active',
  SCHEDULED: 'scheduled',
  EXPIRED: 'ended',
};

export function stateOf(shown: ShownDiscount | null): DiscountState {
  return shown ? STATES[shown.status] : 'missing';
}

export async function carryOutStep(client: PoolClient, shop: SyncedShop, step: DiscountStep): Promise<Done> {
  switch (step.do) {
    case 'keep':
      return DONE;
    case 'create':
      return create(client, shop, step);
    case 'update':
      return update(client, shop, step);
    case 'end':
    case 'delete':
      return away(client, shop, step);
  }
}

type Step<Do extends DiscountStep['do']> = Extract<DiscountStep, { do: Do }>;

function inputOf(wanted: WantedDiscount, shown: ShownDiscount | null): DiscountInput {
  const { product, order, shipping } = wanted.combinesWith;
  return {
    title: wanted.title,
    startsAt: startOf(wanted, shown, now()),
    endsAt: wanted.endsAt,
    discountClasses: ['PRODUCT'],
    combinesWith: { productDiscounts: product, orderDiscounts: order, shippingDiscounts: shipping },
    appliesOnSubscription: false,
    appliesOnOneTimePurchase: true,
    metafields: [
      { ...CONFIG_METAFIELD, type: 'json', value: wanted.config },
      { ...VARIABLES_METAFIELD, type: 'json', value: wanted.variables },
    ],
  };
}

async function create(client: PoolClient, shop: SyncedShop, step: Step<'create'>): Promise<Done> {
  const { cardKey } = step.wanted;
  const discount = { ...inputOf(step.wanted, null), functionHandle: FUNCTION_HANDLE };
  const { discountAutomaticAppCreate: made } = await callAdmin(shop.domain, createDiscount, { discount });
  const [refusal] = made.userErrors;
  if (refusal) return refuse(client, shop, { cardKey, shown: null }, refusal);
  const discountId = digitsOfGid(made.automaticAppDiscount?.discountId ?? '');
  if (!discountId) throw new AdminRefused(shop.domain, 'discountAutomaticAppCreate named no discount');
  await nameDiscount(client, shop.id, cardKey, discountId);
  await noteHealed(client, shop, cardKey, step.healed);
  return DONE;
}

async function update(client: PoolClient, shop: SyncedShop, step: Step<'update'>): Promise<Done> {
  const { wanted, shown, healed } = step;
  const { cardKey } = wanted;
  const answer = await callAdmin(shop.domain, updateDiscount, {
    id: gid(DISCOUNT_NODE, shown.id),
    discount: inputOf(wanted, shown),
  });
  const [refusal] = answer.discountAutomaticAppUpdate.userErrors;
  if (refusal) return refuse(client, shop, { cardKey, shown }, refusal);
  await nameDiscount(client, shop.id, cardKey, shown.id);
  await noteHealed(client, shop, cardKey, healed);
  return DONE;
}

async function away(client: PoolClient, shop: SyncedShop, step: Step<'end' | 'delete'>): Promise<Done> {
  const { shown, cardKey } = step;
  const id = gid(DISCOUNT_NODE, shown.id);
  const { userErrors } =
    step.do === 'end'
      ? (await callAdmin(shop.domain, endDiscount, { id })).discountAutomaticDeactivate
      : (await callAdmin(shop.domain, deleteDiscount, { id })).discountAutomaticDelete;
  const [refusal] = userErrors;
  const said = refusal ? { said: refusal.message } : {};
  log.info(
    { shopDomain: shop.domain, card: cardKey, discount: shown.id, step: step.do, ...said },
    'discount put away',
  );
  if (refusal) return { refused: cardKey };
  if (step.copy && cardKey) await noteHealed(client, shop, cardKey, 'copied');
  return DONE;
}

async function noteHealed(
  client: PoolClient,
  shop: SyncedShop,
  cardKey: string,
  healed: Step<'create'>['healed'],
): Promise<void> {
  if (healed === null) return;
  log.warn({ shopDomain: shop.domain, card: cardKey, healed }, 'a discount changed by hand was put right');
  await markHealed(client, shop.id, cardKey, healed, now());
}

async function refuse(
  client: PoolClient,
  shop: SyncedShop,
  { cardKey, shown }: { cardKey: string; shown: ShownDiscount | null },
  refusal: DiscountRefusal,
): Promise<Done> {
  const problem = discountProblem(refusal);
  const said = `${refusal.code ?? ''} ${refusal.message}`.trim();
  log.warn({ shopDomain: shop.domain, card: cardKey, problem, said }, 'Shopify refused a discount');
  await markProblem(client, shop.id, cardKey, { problem, said, state: stateOf(shown) }, now());
  return { refused: cardKey };
}
