// A date of life as the published program asks for it, by the moment's key.
import { lifeDateRules } from '#app/core/life-dates/life-date-request.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';

/** Null where the program asks for none of this name. */
export async function readAskedDate(shopId: number, momentKey: string): Promise<MomentRule | null> {
  const program = await shopProgram(pool(), shopId);
  const { moments = [] } = program ? publishedVersion(program).rules : {};
  return lifeDateRules(moments).find(({ key }) => key === momentKey) ?? null;
}
