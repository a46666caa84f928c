import { useLoaderData } from '@remix-run/react';
import { SettingsPage } from '#app/ui/editing/settings/settings-page.tsx';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { readShopSettings } from '#app/usecases/editing/read-settings.ts';
import { saveSettings } from '#app/usecases/editing/save-settings.ts';
import { editedForm } from './merchant/edited-form.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

export const loader = forMerchant(async ({ shop }) => readShopSettings(shop.id));

export const action = forMerchant(async ({ shop, request }) =>
  saveSettings(shop.id, await parseBody(request, editedForm)),
);

export const clientAction = keepWhatWasTyped;
export const shouldRevalidate = revalidateUnlessRefused;

export default function Settings() {
  return <SettingsPage {...useLoaderData<typeof loader>()} />;
}
