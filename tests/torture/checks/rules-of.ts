// The rules of every version that a shop's merchant published, as they are stored.
import type { Reward, Version } from '../replay/rules.ts';
import type { Looked } from './members.ts';

export async function versionsOf({ database }: Pick<Looked, 'database'>, domain: string): Promise<Version[]> {
  return database.ask<Version>(
    `select v.number, v."publishedAt", v.rules from "ProgramVersion" v join "Shop" s on s.id = v."shopId" where s.domain = $1`,
    [domain],
  );
}

/** What a version says of a reward; undefined where it has none of that key. */
export function rewardOf(versions: readonly Version[], number: number, key: string): Reward | undefined {
  return versions.find((one) => one.number === number)?.rules.rewards?.find((one) => one.key === key);
}
