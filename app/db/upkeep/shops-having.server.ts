// SQL for "which shops have such a row": it leaps through an index that begins with the shop, from one shop that has one to
// the next, so that shops without any cost nothing.

/** `alias` of `table` is what `condition` speaks of; an index over "shopId" must hold what it asks for. Column: "id". */
export function shopsHaving(table: string, alias: string, condition: string): string {
  const next = (after: string) => `(select ${alias}."shopId" from "${table}" ${alias}
      where ${condition}${after} order by ${alias}."shopId" limit 1)`;
  return `(with recursive leap(id) as (
      ${next('')} union all
      select ${next(` and ${alias}."shopId" > leap.id`)} from leap where leap.id is not null)
    select id from leap where id is not null)`;
}
