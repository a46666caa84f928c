// Everything about the program and its members, for the merchant to take anywhere: page by page, each of its own moment. What
// is written meanwhile may stand in a later list and not in an earlier one; of a member, `entries` says where the row stood.
import { now } from '#app/clock.server.ts';
import type { TakenName } from '#app/core/taking-out/taken-names.ts';
import { pool } from '#app/db/pool.server.ts';
import { takenLines, takenSheet, type TakenSheet } from '#app/db/taking-out/taken-pages.server.ts';

type ShopOfFile = { id: number; domain: string; currency: string; timeZone: string };

/** Once nobody waits for it, no more of it is read. */
async function* whileWanted<T>(pages: AsyncIterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  for await (const page of pages) {
    if (signal?.aborted) return;
    yield page;
  }
}

export async function takeOutSheet(
  shop: Pick<ShopOfFile, 'id'>,
  name: TakenName,
  signal?: AbortSignal,
): Promise<TakenSheet> {
  const { columns, pages } = await takenSheet(pool(), shop.id, name);
  return { columns, pages: whileWanted(pages, signal) };
}

/** Version of the form, for whoever reads it. */
const FORM = 1;

/**
 * Lines of JSON, some at a time: what the file is, a line for each row, and the end, with their number. A file without its end
 * broke off.
 */
export async function* takeOutLines(
  shop: ShopOfFile,
  names: readonly TakenName[],
  signal?: AbortSignal,
): AsyncGenerator<string> {
  const { domain, currency, timeZone } = shop;
  const head = { of: 'file', form: FORM, shop: domain, currency, timeZone, has: names };
  yield line({ ...head, begunAt: now().toISOString() });
  let rows = 0;
  for (const name of names) {
    for await (const lines of whileWanted(takenLines(pool(), shop.id, name), signal)) {
      rows += lines.length;
      yield `${lines.join('\n')}\n`;
    }
  }
  if (!signal?.aborted) yield line({ of: 'end', rows, endedAt: now().toISOString() });
}

const line = (object: object) => `${JSON.stringify(object)}\n`;
