import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { publishErrors } from '#app/core/editing/publishable.ts';
import { orResponse } from '#app/errors.ts';
import { keepWhatWasTyped } from '#app/ui/form/keep-what-was-typed.ts';
import type { PublishAnswer } from '#app/ui/editing/publish-panel.tsx';
import { openApp } from '#app/usecases/shop/open-app.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';

const sentForm = z.object({ draftRevision: z.int().min(0) });

/** Publishes the draft that the merchant has read. */
export async function action({ request }: ActionFunctionArgs): Promise<PublishAnswer> {
  const { shop, userId } = await orResponse(openApp(request));
  const sent = sentForm.safeParse(await request.json().catch(() => null));
  if (!sent.success) return { ok: false, reason: 'draft-changed' };
  const published = await publishProgram(shop.id, { ...sent.data, publishedBy: userId });
  if (published.ok || published.reason !== 'incomplete') return published;
  return { ok: false, reason: 'invalid', errors: publishErrors(published.problems) };
}

export const clientAction = keepWhatWasTyped;
