import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { orResponse } from '#app/errors.ts';
import { openApp } from '#app/usecases/shop/open-app.ts';
import { rememberBlocks } from '#app/usecases/storefront/remember-blocks.ts';

const told = z.object({ placed: z.boolean() });

/** What Shopify told the merchant's browser of the theme: asked by a plain fetch, because nothing is to be read anew. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await orResponse(openApp(request));
  const parsed = told.safeParse(await request.json().catch(() => null));
  if (!parsed.success) throw Response.json(null, { status: 400 });
  await rememberBlocks(shop.id, parsed.data.placed);
  return Response.json({ ok: true });
}
