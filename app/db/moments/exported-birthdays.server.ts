// A customer's birthday as the file of their data tells it.

/** The date that was told of a member `m`, or null. */
export const EXPORTED_BIRTHDAY = `'birthday', case when m."birthMonth" is not null then json_build_object(
  'month', m."birthMonth", 'day', m."birthDay", 'year', m."birthYear", 'setOn', m."birthdaySetOn") end`;

/** The log of who told it when; `person` are the ids of the customer's members. */
export const EXPORTED_BIRTHDAY_CHANGES = `'birthdayChanges', (select coalesce(json_agg(json_build_object(
    'at', b."madeAt", 'month', b.month, 'day', b.day, 'year', b.year, 'by', case when b."madeBy" in ('shopper', 'shopify')
    then b."madeBy" else 'merchant' end, 'reason', b.reason) order by b."madeAt"), '[]')
  from "BirthdayChange" b where b."shopId" = $1 and b."memberId" in (select id from person))`;
