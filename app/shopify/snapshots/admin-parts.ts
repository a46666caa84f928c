// Pieces of the Admin API's answers about orders.
import { z } from 'zod';

const money = z.object({ amount: z.string() });

export const adminMoneySet = z.object({ shopMoney: money, presentmentMoney: money });
export type AdminMoneySet = z.infer<typeof adminMoneySet>;

export const adminPage = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
export type AdminPage = z.infer<typeof adminPage>;
