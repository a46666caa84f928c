// Many members with a late parcel each, what both groups of a comparison bought, and days that pass.
import { addDays } from '#app/core/values/days.ts';
import { keepHistoryCaches } from '#app/db/history/kept-orders.server.ts';
import { pool, withTransaction, type Queryable } from '#app/db/pool.server.ts';

/** Due today, two days after the promised one, of so many new members whom the sweep is asked to look at. */
export async function lateParcels(
  domain: string,
  many: number,
  today: string,
): Promise<{ id: number; customerIds: string[] }> {
  const { rows } = await pool().query<{ id: number; customerId: string }>(
    `with shop as (select id from "Shop" where domain = $1), last as (
       select coalesce(max("customerId"), 0) as customer, coalesce((select max("orderId") from "KeptOrder"), 0) as "order" from "Member"
     ), made as (
       insert into "Member" ("shopId", "customerId", "joinedAt", "keptOrders", "lastOn", "lookAgain")
       select s.id, l.customer + n, now() - interval '400 days', 1, $3::date - 9, true from shop s, last l, generate_series(1, $2::int) n
       returning id, "shopId", "customerId"
     ), kept as (
       insert into "KeptOrder" ("shopId", "orderId", "memberId", day, "keptMinor", "promisedOn")
       select m."shopId", l."order" + row_number() over (order by m.id), m.id, $3::date - 9, 1000, $4::date from made m, last l
     )
     select "shopId" as id, "customerId"::text from made order by id`,
    [domain, many, today, addDays(today, -2)],
  );
  const [first] = rows;
  if (!first) throw new Error(`${domain} has not installed the app`);
  await keepCaches(pool(), first.id);
  return { id: first.id, customerIds: rows.map(({ customerId }) => customerId) };
}

/** One order each, of so many minor units, a few more or less by turns. */
export async function spend(
  shopId: number,
  { momentKey, given, heldOut, day }: { momentKey: string; given: number; heldOut: number; day: string },
): Promise<void> {
  await pool().query(
    `insert into "KeptOrder" ("shopId", "orderId", "memberId", day, "keptMinor")
     select $1, (select max("orderId") from "KeptOrder") + row_number() over (order by g."memberId"), g."memberId", $5::date,
       case when g.state = 'held-out' then $4::int else $3::int end + (g."memberId" % 5 * 100)::int
     from "Gift" g join "Member" m on m."shopId" = $1 and m.id = g."memberId" and m."mergedIntoId" is null
     where g."shopId" = $1 and g."momentKey" = $2`,
    [shopId, momentKey, given, heldOut, day],
  );
  await keepCaches(pool(), shopId);
}

/** As if the comparison of a moment had begun so many days earlier. */
export async function daysPass(shopId: number, momentKey: string, days: number): Promise<void> {
  const moved = (rules: string) => `jsonb_set(${rules}, '{moments}', (
    select jsonb_agg(case when one->>'key' = $2 then jsonb_set(one, '{holdout,until}',
      to_jsonb(to_char((one->'holdout'->>'until')::date - $3::int, 'YYYY-MM-DD'))) else one end)
    from jsonb_array_elements(${rules}->'moments') as one))`;
  const values = [shopId, momentKey, days];
  await withTransaction(async (client) => {
    // Versions are written once; these were, so many days ago.
    await client.query('alter table "ProgramVersion" disable trigger user');
    await client.query(
      `update "ProgramVersion" v set "publishedAt" = "publishedAt" - $3::int * interval '1 day', rules =
         case when v.rules @> jsonb_build_object('moments', jsonb_build_array(jsonb_build_object('key', $2::text)))
           then ${moved('v.rules')} else v.rules end where "shopId" = $1`,
      values,
    );
    await client.query('alter table "ProgramVersion" enable trigger user');
    await client.query(`update "Shop" s set draft = ${moved('s.draft')} where s.id = $1`, values);
    await client.query(
      `update "Gift" set "givenAt" = "givenAt" - $3::int * interval '1 day' where "shopId" = $1 and "momentKey" = $2`,
      values,
    );
    await client.query(
      'update "KeptOrder" set day = day - $2::int, "promisedOn" = "promisedOn" - $2::int where "shopId" = $1',
      [shopId, days],
    );
    await keepCaches(client, shopId);
  });
}

/** What members hold of their orders, of all of the shop. */
async function keepCaches(db: Queryable, shopId: number): Promise<void> {
  const { rows } = await db.query<{ id: string }>('select id::text from "Member" where "shopId" = $1', [
    shopId,
  ]);
  await keepHistoryCaches(
    db,
    shopId,
    rows.map(({ id }) => id),
  );
}
