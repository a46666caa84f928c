// Dates of birth that Shopify knows (the standard metafield `facts.birth_date`) fill what nobody told us. They are read only
// where the program gives something on birthdays, and never written.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import { birthdayOfMetafield, type Birthday } from '#app/core/moments/parse-birthday.ts';
import {
  birthdayReading,
  moveBirthdayReading,
  newestMemberId,
  undatedMembersAfter,
  undatedMembersOf,
  type UndatedMember,
} from '#app/db/moments/birthday-reading.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { birthDates, birthDatesUpdated } from '#app/shopify/moments/birth-dates.ts';
import { fillBirthdays } from './fill-birthdays.ts';

/** Shopify's limit of one `nodes` query. */
const MOST_IDS = 250;
/** Shopify's search index runs behind its customers by seconds: look back a little further than the mark. */
const OVERLAP_MS = 5 * 60_000;

type Reading = { shopId: number; domain: string; today: string; asksYear: boolean; at: Date };
type Node = { id?: string | undefined; metafield?: { value: string } | null | undefined };

/**
 * Every member is asked about once, in the order of their ids; then customers whom Shopify says changed. Marks move after
 * each page, so that an interruption costs one page. Throws a Failure when Shopify can't be asked.
 */
export async function importBirthdays(shopId: number, at: Date = now()): Promise<void> {
  const program = await shopProgram(pool(), shopId);
  const marks = await birthdayReading(pool(), shopId);
  if (!program || !marks) return;
  const { occasions } = publishedVersion(program).rules;
  const birthday = occasions.find(({ kind }) => kind === 'birthday');
  if (!birthday) return;
  const { domain, timeZone } = program;
  const reading = { shopId, domain, today: dayIn(timeZone, at), asksYear: birthday.asksYear, at };
  await askMembers(reading, marks.askedTo);
  if (marks.readTo) await askUpdated(reading, marks.readTo);
  await moveBirthdayReading(pool(), shopId, { readTo: at });
}

async function askMembers(reading: Reading, askedTo: string): Promise<void> {
  const { shopId, domain } = reading;
  const newest = await newestMemberId(pool(), shopId);
  for (let after = askedTo; ;) {
    const members = await undatedMembersAfter(pool(), shopId, after, MOST_IDS);
    if (members.length > 0) {
      const ids = members.map(({ customerId }) => gid('Customer', customerId));
      const { nodes } = await callPatiently(domain, birthDates, { ids });
      await fill(reading, members, nodes);
    }
    const last = members.at(-1);
    if (!last || members.length < MOST_IDS) break;
    after = last.memberId;
    await moveBirthdayReading(pool(), shopId, { askedTo: after });
  }
  await moveBirthdayReading(pool(), shopId, { askedTo: newest });
}

async function askUpdated(reading: Reading, readTo: Date): Promise<void> {
  const { shopId, domain } = reading;
  const query = `updated_at:>='${new Date(readTo.getTime() - OVERLAP_MS).toISOString()}'`;
  for (let after: string | null = null; ;) {
    const page: { customers: Page } = await callPatiently(domain, birthDatesUpdated, { query, after });
    const { nodes, pageInfo } = page.customers;
    const dated = nodes.filter(({ metafield }) => metafield);
    const customerIds = dated.flatMap(({ id }) => digitsOfGid(id) ?? []);
    if (customerIds.length > 0) {
      await fill(reading, await undatedMembersOf(pool(), shopId, customerIds), dated);
    }
    const last = nodes.at(-1);
    if (!pageInfo.hasNextPage || !last) return;
    await moveBirthdayReading(pool(), shopId, { readTo: new Date(last.updatedAt) });
    after = pageInfo.endCursor;
  }
}

type Page = {
  nodes: (Node & { id: string; updatedAt: string })[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

/** The year is kept only where the program asks for it. */
async function fill(
  { shopId, today, asksYear, at }: Reading,
  members: readonly UndatedMember[],
  nodes: readonly (Node | null)[],
): Promise<void> {
  const byCustomer = new Map<string, Birthday>();
  for (const node of nodes) {
    const customerId = node?.id ? digitsOfGid(node.id) : null;
    const date = node?.metafield ? birthdayOfMetafield(node.metafield.value, today) : null;
    if (customerId && date) byCustomer.set(customerId, { ...date, year: asksYear ? date.year : null });
  }
  const found = members.flatMap(({ memberId, customerId }) => {
    const date = byCustomer.get(customerId);
    return date ? [[memberId, date] as const] : [];
  });
  if (found.length > 0) await fillBirthdays(shopId, new Map(found), today, at);
}
