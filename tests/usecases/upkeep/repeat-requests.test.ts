// Yesterday's backup brings back who was erased today: the list that is kept apart carries it out again.
import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { carryOutRequests } from '#app/usecases/members/carry-out-requests.ts';
import { recordPrivacyRequest } from '#app/usecases/members/record-privacy-request.ts';
import { eraseShop } from '#app/usecases/shop/erase-shop.ts';
import { listRequests } from '#app/usecases/upkeep/list-requests.ts';
import { repeatRequests } from '#app/usecases/upkeep/repeat-requests.ts';
import { ringBells } from '#app/usecases/upkeep/ring-bells.ts';
import { bellsOf, forgetJobs } from '#tests/support/bells.ts';
import { order } from '#tests/support/factories.ts';
import { customersOf, delivery, redact, uninstall } from '#tests/support/people.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

let shop: TestShop;
beforeEach(async () => {
  shop = await installedShop();
  await forgetJobs();
});

async function list(): Promise<string[]> {
  return (await listRequests(90)).map((told) => JSON.stringify(told)).filter((line) => isOurs(line));
}
const isOurs = (line: string) => line.includes(shop.domain) || line.includes('erased-shop');

/** As a backup of before the requests has it. */
const forgetRequests = () => prisma().peopleRequest.deleteMany({ where: { shopId: shop.id } });

async function rung(): Promise<string[]> {
  await forgetJobs();
  await ringBells();
  return bellsOf(shop);
}

describe('after a restore', () => {
  it('C63 erasures that the backup doesn’t know are carried out again', async () => {
    await tellAndApply(shop, order({ customerId: '1' }));
    await redact(shop, '77');
    await recordPrivacyRequest(delivery(shop, 'customers/redact'), { customerId: '1', orderIds: ['5'] });
    const lines = await list();
    expect(lines).toHaveLength(2);
    await forgetRequests();
    expect(await repeatRequests(lines)).toEqual({ repeated: 2, known: 0, unreadable: 0 });
    expect(await rung()).toContain('carry_out_requests');
    await carryOutRequests(shop.id);
    expect((await customersOf(shop)).every((customerId) => customerId.startsWith('-'))).toBe(true);
    expect(await repeatRequests(lines)).toEqual({ repeated: 0, known: 2, unreadable: 0 });
  });

  it('C63 a copy of data that was handed out isn’t asked for again', async () => {
    await recordPrivacyRequest(delivery(shop, 'customers/data_request'), { customerId: '1', orderIds: [] });
    await prisma().peopleRequest.updateMany({ where: { shopId: shop.id }, data: { doneAt: new Date() } });
    const lines = await list();
    await forgetRequests();
    await repeatRequests(lines);
    expect(await prisma().peopleRequest.count({ where: { shopId: shop.id, doneAt: null } })).toBe(0);
  });

  it('C63 C76 a shop that was erased goes again, one that was installed since stays', async () => {
    await tellAndApply(shop, order());
    await uninstall(shop);
    await recordPrivacyRequest(delivery(shop, 'shop/redact', '14:00'), { customerId: null, orderIds: [] });
    await eraseShop(shop.id);
    const lines = await list();
    // The backup has it, installed and with its history.
    const back = await installedShop({ domain: shop.domain });
    await tellAndApply(back, order());
    shop = back;
    expect(await repeatRequests(lines)).toMatchObject({ repeated: 1 });
    expect(await rung()).toContain('erase_shop');
    await eraseShop(back.id);
    expect(await prisma().shop.count({ where: { id: back.id } })).toBe(0);
    const fresh = await installedShop({ domain: back.domain });
    await prisma().shop.update({
      where: { id: fresh.id },
      data: { installedAt: new Date(Date.now() + 1_000) },
    });
    expect(await repeatRequests(lines)).toMatchObject({ repeated: 0 });
    expect((await prisma().shop.findUniqueOrThrow({ where: { id: fresh.id } })).uninstalledAt).toBeNull();
  });

  it('lines that say nothing, or tell of a shop that isn’t there, keep no other', async () => {
    await recordPrivacyRequest(delivery(shop, 'customers/redact'), { customerId: '1', orderIds: [] });
    const [line = ''] = await list();
    await forgetRequests();
    const elsewhere = line.replace(shop.domain, 'nobody.myshopify.com').replace('delivery-', 'other-');
    const told = ['{', '{"kind": "redact"}', elsewhere, '', line];
    expect(await repeatRequests(told)).toEqual({ repeated: 1, known: 1, unreadable: 2 });
  });

  it('lines that the database can’t take keep no other', async () => {
    await recordPrivacyRequest(delivery(shop, 'customers/redact'), { customerId: '1', orderIds: [] });
    const [line = ''] = await list();
    await forgetRequests();
    const zero = String.fromCharCode(92) + 'u0000';
    const told = [
      line.replace(shop.domain, `${zero}.myshopify.com`),
      line.replace('delivery-', `delivery-${zero}`),
      line.replace(/"requestedAt":"[^"]*"/, '"requestedAt":"0000-01-01T00:00:00Z"'),
      line,
    ];
    expect(await repeatRequests(told)).toEqual({ repeated: 1, known: 0, unreadable: 3 });
  });

  it('both are one command', { timeout: 30_000 }, async () => {
    await recordPrivacyRequest(delivery(shop, 'customers/redact'), { customerId: '1', orderIds: [] });
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['app/operations/requests.ts', 'list', '2'], {
      env: process.env,
    });
    expect(stdout).toContain(`"domain":"${shop.domain}"`);
    const repeating = run(process.execPath, ['app/operations/requests.ts', 'repeat'], { env: process.env });
    repeating.child.stdin?.end(stdout);
    expect(JSON.parse((await repeating).stdout)).toMatchObject({ repeated: 0, unreadable: 0 });
    await expect(run(process.execPath, ['app/operations/requests.ts'], { env: process.env })).rejects.toThrow(
      'Say list',
    );
  });
});
