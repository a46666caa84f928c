import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { orResponse } from '#app/errors.ts';
import { keepWhatWasTyped } from '#app/ui/form/keep-what-was-typed.ts';
import { VersionsPage } from '#app/ui/editing/versions-page.tsx';
import { openApp } from '#app/usecases/shop/open-app.ts';
import { readVersions } from '#app/usecases/editing/read-versions.ts';
import { restoreVersion } from '#app/usecases/editing/restore-version.ts';

const MOST = 2_147_483_647;
const versionNumber = z.coerce.number().int().min(1).max(MOST);
const sentForm = z.object({ number: z.int().min(1).max(MOST), draftRevision: z.int().min(0) });

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await orResponse(openApp(request));
  const from = versionNumber.safeParse(new URL(request.url).searchParams.get('from'));
  const read = await readVersions(shop.id, from.success ? from.data : null);
  const { versions, newer, older, draft, draftRevision, published, currency, titles } = read;
  return {
    versions: versions.map((one) => ({ ...one, publishedAt: one.publishedAt.toISOString() })),
    newer,
    older,
    current: published.number,
    draft,
    draftRevision,
    timeZone: shop.timeZone,
    wording: { currency, titles },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await orResponse(openApp(request));
  const sent = sentForm.safeParse(await request.json().catch(() => null));
  if (!sent.success) return { ok: false, reason: 'no-version' } as const;
  const restored = await restoreVersion(shop.id, sent.data);
  return restored.ok ? ({ ok: true, number: sent.data.number } as const) : restored;
}

export const clientAction = keepWhatWasTyped;

export default function Versions() {
  return <VersionsPage data={useLoaderData<typeof loader>()} />;
}
