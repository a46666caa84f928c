// The titles of a shop's cards, as publishing keeps them.
import { keepCardTitles, titlesOfRules } from '#app/db/stamps/card-titles.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import type { TestShop } from './shops.ts';

/** Of the published version. */
export async function nameCards(shop: TestShop): Promise<void> {
  const program = await shopProgram(pool(), shop.id);
  if (!program) throw new Error(`${shop.domain} has no program`);
  const { rules, publishedAt } = publishedVersion(program);
  await keepCardTitles(pool(), shop.id, titlesOfRules(rules), publishedAt);
}
