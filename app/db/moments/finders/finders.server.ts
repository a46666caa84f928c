// How each kind of cause is found: one line each, as in core. Null of what is never due by itself, or is marked when it is told.
import type { CauseKind } from '#app/core/moments/causes/cause-kinds.ts';
import { MOMENT_SQL } from '../kinds/moment-kinds.server.ts';
import type { Finder } from './finder.server.ts';
import { joined } from './joined.server.ts';
import { lifeDate } from './life-date.server.ts';
import { newsletter } from './newsletter.server.ts';
import { nthOrder } from './nth-order.server.ts';
import { parcelArrived } from './parcel-arrived.server.ts';
import { parcelLate } from './parcel-late.server.ts';
import { silent } from './silent.server.ts';
import { yearly } from './yearly.server.ts';

export const FINDERS: Readonly<Record<CauseKind, Finder | null>> = {
  joined,
  'nth-order': nthOrder,
  birthday: yearly(MOMENT_SQL.birthday.onDay),
  anniversary: yearly(MOMENT_SQL.anniversary.onDay),
  'life-date': lifeDate,
  newsletter,
  'parcel-arrived': parcelArrived,
  'parcel-late': parcelLate,
  silent,
  'by-hand': null,
};
