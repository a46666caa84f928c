// Numbers of a member by which the merchant's own segments can filter, each a metafield of its own that is switched on apart.
import type { MemberProjection } from '../storefront/projection.ts';

/** Keys of the metafields, for ever: merchants' segments name them. */
export const MEMBER_NUMBERS = ['points', 'free_units', 'birthday_month'] as const;
export type MemberNumber = (typeof MEMBER_NUMBERS)[number];

/** Null where there is nothing to filter by. */
const READ: Readonly<Record<MemberNumber, (shown: MemberProjection) => number | null>> = {
  points: ({ points }) => points,
  free_units: ({ cards }) => cards.reduce((sum, { free }) => sum + free, 0),
  birthday_month: ({ birthday }) => birthday?.month ?? null,
};

/** What the storefront sees, as numbers. Whoever is left out has none, so that no segment finds them. */
export function memberNumbers(
  shown: MemberProjection,
  on: readonly MemberNumber[],
): Partial<Record<MemberNumber, number>> {
  if (shown.blocked) return {};
  const numbers = on.flatMap((key) => {
    const value = READ[key](shown);
    return value === null ? [] : [[key, value] as const];
  });
  return Object.fromEntries(numbers);
}
