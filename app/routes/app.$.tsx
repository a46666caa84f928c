import type { LoaderFunctionArgs } from '@remix-run/node';
import { orResponse } from '#app/errors.ts';
import { openApp } from '#app/usecases/open-app.ts';

/** An address of the app where nothing is: the boundary says so inside the frame, to merchants only. */
export async function loader({ request }: LoaderFunctionArgs): Promise<never> {
  await orResponse(openApp(request));
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- what Remix's boundaries take is a thrown Response
  throw Response.json(null, { status: 404 });
}

export default function Nothing() {
  return null;
}
