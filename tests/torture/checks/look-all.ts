// The whole comparison, by the names of its checks.
import type { World } from '../world/world.ts';
import { CHECKS } from './checks.ts';
import type { Checked } from './torture-check.ts';

export async function lookAll(world: World): Promise<Record<string, Checked>> {
  const checks: Record<string, Checked> = {};
  for (const { name, look } of CHECKS) checks[name] = await look(world);
  return checks;
}
