/** A customer's stamp cards as the file of their data lists them; `person` are the ids of their members. */
export const EXPORTED_CARDS = `'cards', (select coalesce(json_agg(json_build_object('card', c."cardKey",
    'stamps', c.stamps, 'coming', c.coming, 'size', c.size) order by c."cardKey"), '[]')
  from "MemberCard" c where c."shopId" = $1 and c."memberId" in (select id from person))`;
