// One step of the discounts' sync, at Shopify and in our notes.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import type { DiscountStep, HandChange, ShownStatus } from '#app/core/discounts/decide-discounts.ts';
import {
  markHealed,
  markProblem,
  nameDiscount,
  type DiscountState,
} from '#app/db/discounts/shop-discounts.server.ts';
import { log } from '#app/log.server.ts';
import { discountProblem, type DiscountRefusal } from '#app/shopify/discounts/discount-refusal.ts';
import type { DiscountShop, DiscountWriter } from './write-discounts.ts';

type AnyShown = { id: string; status: ShownStatus };
/** `refused` names whose discount Shopify doesn't have as published. */
type Done = { refused: string | null };
const DONE: Done = { refused: null };

const STATES: Record<ShownStatus, DiscountState> = {
  ACTIVE: 'active',
  SCHEDULED: 'scheduled',
  EXPIRED: 'ended',
};

export function stateOf(shown: Pick<AnyShown, 'status'> | null): DiscountState {
  return shown ? STATES[shown.status] : 'missing';
}

type At<W, S> = { client: PoolClient; shop: DiscountShop; writer: DiscountWriter<W, S> };
type Step<W, S, Do> = Extract<DiscountStep<W, S>, { do: Do }>;

export async function carryOutStep<W, S extends AnyShown>(
  at: At<W, S>,
  step: DiscountStep<W, S>,
): Promise<Done> {
  switch (step.do) {
    case 'keep':
      return DONE;
    case 'create':
      return create(at, step);
    case 'update':
      return update(at, step);
    case 'end':
    case 'delete':
      return away(at, step);
  }
}

async function create<W, S>(
  { client, shop, writer }: At<W, S>,
  { wanted, healed }: Step<W, S, 'create'>,
): Promise<Done> {
  const { owner } = wanted;
  const made = await writer.create(shop, wanted);
  if ('refusal' in made) return refuse(client, shop, { owner, shown: null }, made.refusal);
  await nameDiscount(client, shop.id, owner, made.discountId);
  await noteHealed(client, shop, owner, healed);
  return DONE;
}

async function update<W, S extends AnyShown>(
  { client, shop, writer }: At<W, S>,
  { wanted, shown, healed }: Step<W, S, 'update'>,
): Promise<Done> {
  const { owner } = wanted;
  const refusal = await writer.update(shop, wanted, shown);
  if (refusal) return refuse(client, shop, { owner, shown }, refusal);
  await nameDiscount(client, shop.id, owner, shown.id);
  await noteHealed(client, shop, owner, healed);
  return DONE;
}

async function away<W, S extends AnyShown>(
  { client, shop, writer }: At<W, S>,
  step: Step<W, S, 'end' | 'delete'>,
): Promise<Done> {
  const { shown, owner } = step;
  const refusal = await (step.do === 'end' ? writer.end(shop, shown.id) : writer.remove(shop, shown.id));
  const said = refusal ? { said: refusal.message } : {};
  log.info(
    { shopDomain: shop.domain, owner, discount: shown.id, step: step.do, ...said },
    'discount put away',
  );
  if (refusal) return { refused: owner };
  if (step.copy && owner !== null) await noteHealed(client, shop, owner, 'copied');
  return DONE;
}

async function noteHealed(
  client: PoolClient,
  shop: DiscountShop,
  owner: string,
  healed: HandChange | null,
): Promise<void> {
  if (healed === null) return;
  log.warn({ shopDomain: shop.domain, owner, healed }, 'a discount changed by hand was put right');
  await markHealed(client, shop.id, owner, healed, now());
}

async function refuse(
  client: PoolClient,
  shop: DiscountShop,
  { owner, shown }: { owner: string; shown: AnyShown | null },
  refusal: DiscountRefusal,
): Promise<Done> {
  const problem = discountProblem(refusal);
  const said = `${refusal.code ?? ''} ${refusal.message}`.trim();
  log.warn({ shopDomain: shop.domain, owner, problem, said }, 'Shopify refused a discount');
  await markProblem(client, shop.id, owner, { problem, said, state: stateOf(shown) }, now());
  return { refused: owner };
}
