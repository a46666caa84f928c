// Vouchers whose time is over, and those that somebody gave or took back.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { followDays } from './follow-days.ts';

export async function releaseVouchers(shopId: number, at = now()): Promise<void> {
  const program = await shopProgram(pool(), shopId);
  if (!program) return;
  await followDays(shopId, dayIn(program.timeZone, at), at);
}
