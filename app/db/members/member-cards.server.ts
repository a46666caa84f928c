// A member's cards as JSON, for statements that read members under the name `m`.

/** A free unit of an ended card was taken (`app/core/stamps/card-life.ts`). */
export type MemberCardRow = { key: string; stamps: number; coming: number; size: number; ended: boolean };

/** A list of `MemberCardRow`, by the cards' keys. */
export const CARDS = `coalesce((
  select json_agg(json_build_object('key', c."cardKey", 'stamps', c.stamps, 'coming', c.coming, 'size', c.size,
    'ended', c."endedBy" is not null) order by c."cardKey")
  from "MemberCard" c where c."shopId" = m."shopId" and c."memberId" = m.id), '[]')`;
