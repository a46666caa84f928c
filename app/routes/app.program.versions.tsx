import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { keepWhatWasTyped } from '#app/ui/form/keep-what-was-typed.ts';
import { VersionsPage } from '#app/ui/editing/versions-page.tsx';
import { readVersions } from '#app/usecases/editing/read-versions.ts';
import { restoreVersion } from '#app/usecases/editing/restore-version.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

const MOST = 2_147_483_647;
const versionNumber = z.coerce.number().int().min(1).max(MOST);
const wanted = z.object({ number: z.int().min(1).max(MOST), draftRevision: z.int().min(0) });

/** Shopify tells no name of whoever is signed in, only an id: what isn't a user's was published by the app. */
function publisher(publishedBy: string, userId: string): 'you' | 'colleague' | 'app' {
  if (publishedBy === userId) return 'you';
  return /^\d+$/.test(publishedBy) ? 'colleague' : 'app';
}

export const loader = forMerchant(async ({ shop, userId, request }) => {
  const from = versionNumber.safeParse(new URL(request.url).searchParams.get('from'));
  const read = await readVersions(shop.id, from.success ? from.data : null);
  const { versions, newer, older, draft, draftRevision, published, currency, titles, pagesUrl } = read;
  return {
    versions: versions.map(({ publishedBy, ...one }) => {
      return { ...one, publishedAt: one.publishedAt.toISOString(), by: publisher(publishedBy, userId) };
    }),
    newer,
    older,
    current: published.number,
    termsUrl: `${pagesUrl}/terms`,
    draft,
    draftRevision,
    timeZone: shop.timeZone,
    wording: { currency, titles },
  };
});

export const action = forMerchant(async ({ shop, request }) => {
  const asked = await parseBody(request, wanted);
  const restored = await restoreVersion(shop.id, asked);
  return restored.ok ? ({ ok: true, number: asked.number } as const) : restored;
});

export const clientAction = keepWhatWasTyped;

export default function Versions() {
  return <VersionsPage data={useLoaderData<typeof loader>()} />;
}
