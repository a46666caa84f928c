// A list of the requests about people, kept apart from the backups: whoever restores yesterday's carries out today's again.
// One line of JSON each, ids only.
import { z } from 'zod';

const id = z.string().regex(/^\d{1,18}$/);
const instant = z.iso.datetime();

const request = z.object({
  kind: z.enum(['merge', 'data', 'redact', 'erase-shop']),
  domain: z.string(),
  webhookId: z.string(),
  customerId: id.nullable(),
  otherCustomerId: id.nullable(),
  orderIds: z.array(id),
  requestedAt: instant,
  doneAt: instant.nullable(),
});

/** A shop of which nothing is left; `domainHash` is the SHA-256 of its domain, in hex. */
const erasedShop = z.object({
  kind: z.literal('erased-shop'),
  domainHash: z.string().regex(/^[0-9a-f]{64}$/),
  uninstalledAt: instant,
  startedAt: instant,
});

export const toldRequest = z.discriminatedUnion('kind', [request, erasedShop]);

export type ToldRequest = z.infer<typeof toldRequest>;
export type RequestLine = z.infer<typeof request>;
export type ErasedShopLine = z.infer<typeof erasedShop>;
