import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { orResponse } from '#app/errors.ts';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { SettingsPage } from '#app/ui/editing/settings/settings-page.tsx';
import { openApp } from '#app/usecases/shop/open-app.ts';
import { readShopSettings } from '#app/usecases/editing/read-settings.ts';
import { saveSettings } from '#app/usecases/editing/save-settings.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await orResponse(openApp(request));
  return readShopSettings(shop.id);
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await orResponse(openApp(request));
  return saveSettings(shop.id, await request.json().catch(() => null));
}

export const clientAction = keepWhatWasTyped;
export const shouldRevalidate = revalidateUnlessRefused;

export default function Settings() {
  return <SettingsPage {...useLoaderData<typeof loader>()} />;
}
