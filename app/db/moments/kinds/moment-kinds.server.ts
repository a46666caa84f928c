// The SQL that finds each kind of yearly moment: one line each, as in core.
import type { MomentKind } from '#app/core/moments/kinds/moment-kinds.ts';
import { anniversary } from './anniversary.server.ts';
import { birthday } from './birthday.server.ts';
import type { MomentSql } from './moment-sql.server.ts';

export const MOMENT_SQL: Readonly<Record<MomentKind, MomentSql>> = {
  birthday,
  anniversary,
};

/** `MomentFacts` of a member `m`, as JSON. */
export const MOMENT_FACTS = `json_build_object(${Object.values(MOMENT_SQL)
  .map(({ facts }) => facts)
  .join(', ')})`;
