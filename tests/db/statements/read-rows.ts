// For tests: the rows that statements read, as PostgreSQL counts them while it runs them; no time is measured.
import type pg from 'pg';
import type { Queryable } from '#app/db/pool.server.ts';

type Node = {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  Plans?: Node[];
};
type Explained = { 'QUERY PLAN': [{ Plan: Node }] };
type Query = { text: string; values?: unknown[] };

function rowsOf(node: Node): number {
  const under = (node.Plans ?? []).reduce((sum, each) => sum + rowsOf(each), 0);
  const compared = node['Rows Removed by Join Filter'] ?? 0;
  const read = / Scan$/.test(node['Node Type'])
    ? node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)
    : 0;
  return under + (read + compared) * node['Actual Loops'];
}

/** Runs what it is asked, and adds up the rows that scans read and joins compared. */
export function countingReads(client: pg.Client): { db: Queryable; rows: () => number } {
  let rows = 0;
  const query = async (asked: string | Query, values?: unknown[]) => {
    const text = typeof asked === 'string' ? asked : asked.text;
    const given = typeof asked === 'string' ? values : asked.values;
    const explain = `explain (analyze, timing off, format json) ${text}`;
    const explained = await client.query<Explained>(explain, given);
    rows += explained.rows.reduce((sum, row) => sum + rowsOf(row['QUERY PLAN'][0].Plan), 0);
    return client.query(text, given);
  };
  return { db: { query } as unknown as Queryable, rows: () => rows };
}
