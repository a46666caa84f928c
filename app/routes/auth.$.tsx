import type { LoaderFunctionArgs } from '@remix-run/node';
import { authenticateAdmin } from '#app/shopify/auth/app.server.ts';

/** Pages of Shopify's library: the bounce page that fetches a session token, and the way out of the frame. */
export async function loader({ request }: LoaderFunctionArgs) {
  await authenticateAdmin(request);
  return null;
}
