import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { PERIODS } from '#app/core/figures/home-figures.ts';
import type { ComingCursor } from '#app/db/moments/coming-birthdays.server.ts';
import { orResponse } from '#app/errors.ts';
import { BirthdaysPage } from '#app/ui/moments/birthdays/birthdays-page.tsx';
import { openApp } from '#app/usecases/shop/open-app.ts';
import { readComingBirthdays } from '#app/usecases/moments/read-coming-birthdays.ts';

const place = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}_\d{1,18}$/)
  .transform((text) => ({ on: text.slice(0, 10), id: text.slice(11) }))
  .refine(({ on }) => z.iso.date().safeParse(on).success)
  .nullable()
  .catch(null);

/** An address that somebody has tampered with shows the first page. */
const query = z.object({
  days: z.coerce.number().pipe(z.literal(PERIODS)).catch(PERIODS[0]),
  after: place,
  before: place,
});

function cursorOf({ after, before }: z.infer<typeof query>): ComingCursor {
  if (before !== null) return { side: 'before', ...before };
  return after !== null ? { side: 'after', ...after } : null;
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await orResponse(openApp(request));
  const { searchParams } = new URL(request.url);
  const asked = query.parse(
    Object.fromEntries(['days', 'after', 'before'].map((name) => [name, searchParams.get(name)])),
  );
  return { ...(await readComingBirthdays(shop, cursorOf(asked), asked.days)), period: asked.days };
}

export default function Birthdays() {
  return <BirthdaysPage {...useLoaderData<typeof loader>()} />;
}
