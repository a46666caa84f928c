import { UnreadableRules } from '#app/core/program/unreadable-rules.ts';
import { orResponse } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { isConnectionLost } from '#app/lost-connection.ts';
import { openApp, type Visit } from '#app/usecases/shop/open-app.ts';

type Args = { request: Request; params: Readonly<Record<string, string | undefined>> };

/**
 * A loader or an action of the embedded app: for merchants only, who come with their shop. A failure that it throws,
 * whichever use case it comes from, becomes the response that a form or the error boundary shows.
 */
export function forMerchant<T>(answer: (asked: Visit & Args) => Promise<T>): (args: Args) => Promise<T> {
  return ({ request, params }) => {
    const asked = async () => answer({ ...(await openApp(request)), request, params });
    return orResponse(asked().catch((error: unknown) => noted(error, request)));
  };
}

/** What isn't the merchant's to mend is an operator's to know. The path only: the query carries a session token. */
function noted(err: unknown, request: Request): never {
  const { pathname: path } = new URL(request.url);
  if (isConnectionLost(err)) log.warn({ err, path }, 'route failed: the database is away');
  else if (err instanceof UnreadableRules)
    log.error({ err, path }, 'route failed: stored rules can’t be read');
  throw err;
}
