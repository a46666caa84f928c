import type { LoaderFunctionArgs } from '@remix-run/node';
import { orResponse } from '#app/errors.ts';
import { authenticateAdmin } from '#app/shopify/auth/app.server.ts';

/** Pages of Shopify's library: the bounce page that fetches a session token, and the way out of the frame. */
export async function loader({ request }: LoaderFunctionArgs) {
  try {
    await orResponse(authenticateAdmin(request));
  } catch (error) {
    throw isOddExit(request, error) ? new Response(null, { status: 400 }) : error;
  }
  return null;
}

/** The library fails over an exit that leads nowhere, or somewhere foreign; it asks nothing of a database there. */
function isOddExit({ url }: Request, error: unknown): boolean {
  return new URL(url).pathname === '/auth/exit-iframe' && !(error instanceof Response);
}
