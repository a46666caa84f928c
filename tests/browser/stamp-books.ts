// A member's stamps in the app's books: the sum of the ledger's entries, and what the merchant reads of it.
import { expect } from 'vitest';
import { stampsOf } from '#app/core/values/units.ts';
import { memberIdsOf } from '#app/db/members/member-data.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { stampsInWords } from '#app/ui/ledger/ledger-balances.ts';
import { visitAdmin, WORDS } from '#tests/support/admin-visit.ts';
import type { Locale } from '#tests/support/admin-visit.ts';
import type { TestBrowser } from '#tests/support/browser.ts';
import type { TestApp } from '#tests/support/use-running-app.ts';

const CARD_KEY = 'card-1';

type Place = { app: TestApp; browser: TestBrowser; domain: string };
/** `stamps` are signed: below zero is owed. */
type Booked = { stamps: number; size: number; language: Locale };

/** In the ledger, and on the member's page in the admin. */
export async function expectBooked(place: Place, customerId: string, booked: Booked): Promise<void> {
  const memberId = await memberOf(place.domain, customerId);
  const { rows } = await pool().query<{ sum: string }>(
    'select coalesce(sum(amount), 0) as sum from "LedgerEntry" where "memberId" = $1 and unit = $2',
    [memberId, stampsOf(CARD_KEY)],
  );
  expect(Number(rows[0]?.sum)).toBe(booked.stamps);
  await expectAtMerchant(place, memberId, booked);
}

async function memberOf(domain: string, customerId: string): Promise<string> {
  const known = await findShop(pool(), domain);
  if (!known) throw new Error('the app is not installed');
  const memberId = (await memberIdsOf(pool(), known.id, [customerId])).get(customerId);
  if (memberId === undefined) throw new Error('no such member');
  return memberId;
}

async function expectAtMerchant({ app, browser }: Place, memberId: string, booked: Booked): Promise<void> {
  const { stamps, size, language } = booked;
  const visit = await visitAdmin(app, browser, { path: `/app/members/${memberId}`, locale: language });
  // Below the card's name; the history may say the same.
  await visit.app
    .getByText(stampsInWords(stamps, size, language), { exact: true })
    .first()
    .waitFor();
  const { belowZeroHelp } = WORDS[language].ledger;
  expect(await visit.app.getByText(belowZeroHelp, { exact: true }).count()).toBe(stamps < 0 ? 1 : 0);
  expect(visit.problems).toEqual([]);
  await visit.close();
}
