// Past orders are gone through member by member: whose orders become those of somebody who is done with would be passed over.
import type { PoolClient } from 'pg';
import type { MergedPair } from '#app/core/members/merged-pair.ts';
import {
  pastOrdersOf,
  changePastOrders,
  type PastOrdersRow,
} from '#app/db/past-orders/past-orders.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { awardMembers } from './award-past.ts';
import type { PastShop } from './go-on-with-past.ts';
import { undoMembers } from './undo-past.ts';

/** The survivor must be locked. */
export async function followMerge(client: PoolClient, { shopId, to }: MergedPair): Promise<void> {
  const row = await pastOrdersOf(client, shopId);
  if (!row || BigInt(to) > BigInt(row.afterMember)) return;
  const step = row.step === 'stopped' ? row.goesOnWith : row.step;
  if (step !== 'awarding' && step !== 'undoing') return;
  const program = await shopProgram(client, shopId);
  if (!program) return;
  const shop = { id: shopId, domain: program.domain, program };
  if (step === 'awarding') await awardMembers(client, shop, row, [to]);
  else await undo(client, shop, row, to);
}

async function undo(client: PoolClient, shop: PastShop, row: PastOrdersRow, to: string): Promise<void> {
  const found = await undoMembers(client, shop, [to]);
  if (found > 0)
    await changePastOrders(client, shop.id, row.step, { spentMembers: row.spentMembers + found });
}
