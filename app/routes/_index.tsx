import { redirect, type LoaderFunctionArgs } from '@remix-run/node';

/** Shopify's admin opens the app at its root; the query carries who it is. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(`/app${new URL(request.url).search}`);
}
