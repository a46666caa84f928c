// Every kind of yearly moment, in the order in which screens show them: one line each.
import { anniversary } from './anniversary.ts';
import { birthday } from './birthday.ts';
import type { DeclaredMoment } from './moment-kind.ts';

const KINDS = [birthday, anniversary] as const;

export type MomentKind = (typeof KINDS)[number]['key'];
/** Shoppers to whom a preview shows the birthday block: members in each state of their gift. */
export type PreviewShopper = (typeof KINDS)[number]['previews'][number]['shopper'];

export const MOMENTS: readonly MomentKind[] = KINDS.map(({ key }) => key);

export function momentKind(kind: MomentKind): DeclaredMoment {
  const found = KINDS.find(({ key }) => key === kind);
  if (!found) throw new Error(`no such moment: ${String(kind)}`);
  return found;
}

/** A value for each kind, under its key. */
export function byMoment<T>(of: (kind: MomentKind) => T): Record<MomentKind, T> {
  return Object.fromEntries(MOMENTS.map((kind) => [kind, of(kind)])) as Record<MomentKind, T>;
}
