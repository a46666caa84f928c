import { useLoaderData } from '@remix-run/react';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { HearingPage } from '#app/ui/notices/hearing-page.tsx';
import { readHearing } from '#app/usecases/notices/read-hearing.ts';
import { saveSwitches } from '#app/usecases/notices/save-switches.ts';
import { editedForm } from './merchant/edited-form.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

export const loader = forMerchant(async ({ shop }) => readHearing(shop.id));

export const action = forMerchant(async ({ shop, request }) => {
  const { value } = await parseBody(request, editedForm);
  return saveSwitches(shop.id, value);
});

export const clientAction = keepWhatWasTyped;
export const shouldRevalidate = revalidateUnlessRefused;

export default function Hearing() {
  return <HearingPage {...useLoaderData<typeof loader>()} />;
}
