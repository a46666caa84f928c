// Questions about many ids: as many at a time as the shop's bucket holds, and each answer is handed over as it comes. So the
// smallest plan's bucket always moves forward.
import { setTimeout as wait } from 'node:timers/promises';
import { AdminRefused, AdminThrottled, AdminUnavailable, Failure, type Cost } from '#app/errors.ts';
import { askAdmin, callAdmin } from './admin.server.ts';
import { appInstallationId } from './app-installation-id.ts';
import type { AdminAnswer } from './admin-answer.ts';
import type { AdminOperation } from './operation.ts';

/** Then whoever asks can work with what has come, and ask for the rest. */
const PATIENCE_MS = 4_000;

type Asking<R> = {
  /** Of one call. */
  mostIds: number;
  take: (data: R, ids: readonly string[]) => Promise<void> | void;
};

/**
 * Returns the failure that kept some of them from being answered: of a refusal only those asked for with it, of any other
 * the rest. Nothing that was handed over is asked again. A question that fails twice, while Shopify answers another one
 * in between, counts as refused: something that it asks for is the matter.
 */
export async function askByIds<R>(
  shopDomain: string,
  operation: AdminOperation<R, { ids: string[] }>,
  ids: readonly string[],
  { mostIds, take }: Asking<R>,
): Promise<Failure | undefined> {
  let failure: Failure | undefined;
  let size = mostIds;
  let waitedMs = 0;
  for (let start = 0; start < ids.length;) {
    const batch = ids.slice(start, start + size);
    try {
      const { data, cost } = await askTwice(shopDomain, operation, batch);
      await take(data, batch);
      start += batch.length;
      size = Math.min(mostIds, held(cost, batch.length) ?? mostIds);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error instanceof AdminRefused) {
        failure ??= error;
        start += batch.length;
        continue;
      }
      const next = error instanceof AdminThrottled ? shrunk(error, batch.length) : null;
      if (!next || waitedMs + next.waitMs > PATIENCE_MS) return failure ?? error;
      size = next.size;
      waitedMs += next.waitMs;
      await wait(next.waitMs);
    }
  }
  return failure;
}

async function askTwice<R>(
  shopDomain: string,
  operation: AdminOperation<R, { ids: string[] }>,
  ids: string[],
): Promise<AdminAnswer<R>> {
  try {
    return await askAdmin(shopDomain, operation, { ids });
  } catch (error) {
    if (!(error instanceof AdminUnavailable)) throw error;
  }
  await callAdmin(shopDomain, appInstallationId, {});
  try {
    return await askAdmin(shopDomain, operation, { ids });
  } catch (error) {
    if (!(error instanceof AdminUnavailable)) throw error;
    throw new AdminRefused(shopDomain, error.message, error);
  }
}

/** The number of ids that the bucket holds now, at least one; null where Shopify doesn't say. */
function held(cost: Cost | null, ids: number): number | null {
  if (!cost || cost.requested <= 0) return null;
  return Math.max(1, Math.floor((cost.available * ids) / cost.requested));
}

/** Fewer at once if the bucket holds fewer; one of them, as soon as it holds one. */
function shrunk({ cost, waitMs }: AdminThrottled, ids: number): { size: number; waitMs: number } {
  const size = held(cost, ids) ?? ids;
  if (!cost || size >= ids) return { size: ids, waitMs };
  const missing = (cost.requested * size) / ids - cost.available;
  return { size, waitMs: Math.max(0, Math.ceil((missing / cost.restoreRate) * 1_000)) };
}
