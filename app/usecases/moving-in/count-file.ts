// What a file would do, counted anew and kept for the page, with those who could buy less than before.
import type { BuyingLess, MovingPreview } from '#app/core/moving-in/moving-page.ts';
import { keepPreview } from '#app/db/moving-in/moved-rows.server.ts';
import type { MovingFile } from '#app/db/moving-in/moving-in.server.ts';
import type { Queryable } from '#app/db/pool.server.ts';
import { howToCompare, rowsBuyingLess, type ShopOfFile } from './buying-less.ts';

const SHOWN = 50;

export async function countFile(db: Queryable, shop: ShopOfFile, file: MovingFile): Promise<MovingPreview> {
  return keepPreview(db, shop.id, file.id, await countBuyingLess(db, shop, file));
}

async function countBuyingLess(
  db: Queryable,
  shop: ShopOfFile,
  file: MovingFile,
): Promise<BuyingLess | null> {
  if (howToCompare(shop.program, file) === null) return null;
  const found: BuyingLess = { count: 0, lines: [], ours: 1 };
  for await (const { line, ours } of rowsBuyingLess(db, shop, file)) {
    found.count += 1;
    if (found.lines.length < SHOWN) found.lines.push(line);
    found.ours = ours === null || found.ours === null ? null : Math.max(found.ours, ours);
  }
  return found;
}
