import type { MomentSql } from './moment-sql.server.ts';

/** By the index of days of joining. */
export const anniversary: MomentSql = {
  onDay: `extract(month from m."joinedOn")::int = d.month and extract(day from m."joinedOn")::int = d.day`,
  facts: `'joinedOn', m."joinedOn"`,
};
