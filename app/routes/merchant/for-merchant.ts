import { orResponse } from '#app/errors.ts';
import { openApp, type Visit } from '#app/usecases/shop/open-app.ts';

type Args = { request: Request; params: Readonly<Record<string, string | undefined>> };

/**
 * A loader or an action of the embedded app: for merchants only, who come with their shop. A failure that it throws,
 * whichever use case it comes from, becomes the response that a form or the error boundary shows.
 */
export function forMerchant<T>(answer: (asked: Visit & Args) => Promise<T>): (args: Args) => Promise<T> {
  return ({ request, params }) => {
    const asked = async () => answer({ ...(await openApp(request)), request, params });
    return orResponse(asked());
  };
}
