import type { ActionFunctionArgs } from '@remix-run/node';
import { orResponse } from '#app/errors.ts';
import { openApp } from '#app/usecases/shop/open-app.ts';
import { tryTypedProgram } from '#app/usecases/editing/trial/try-typed-program.ts';

/** What a cart or an order would earn by the rules that are being typed. Stores nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await orResponse(openApp(request));
  const sent: unknown = await request.json().catch(() => null);
  return orResponse(tryTypedProgram(shop.id, sent));
}
