import type { LoaderFunctionArgs } from '@remix-run/node';
import { orResponse } from '#app/errors.ts';
import { openApp } from '#app/usecases/shop/open-app.ts';

/** An address of the app where nothing is: the boundary says so inside the frame, to merchants only. */
export async function loader({ request }: LoaderFunctionArgs): Promise<never> {
  await orResponse(openApp(request));
  throw Response.json(null, { status: 404 });
}

export default function Nothing() {
  return null;
}
