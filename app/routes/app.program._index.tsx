import { useLoaderData } from '@remix-run/react';
import { textsOf } from '#app/locales/texts.ts';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { programData } from '#app/ui/editing/program-data.ts';
import { ProgramPage } from '#app/ui/editing/program-page.tsx';
import { addsCards } from '#app/core/editing/card-changes.ts';
import { askFunctionsRun } from '#app/usecases/discounts/ask-functions-run.ts';
import { readDiscountHealth } from '#app/usecases/discounts/read-discount-health.ts';
import { readProgram } from '#app/usecases/editing/read-program.ts';
import { readNewCurrency } from '#app/usecases/shop/read-new-currency.ts';
import { saveProgramForm } from '#app/usecases/editing/save-program-form.ts';
import { editedForm } from './merchant/edited-form.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

export const loader = forMerchant(async ({ shop, language }) => {
  const gone = textsOf(language).program.goneProduct;
  const { timeZone } = shop;
  const program = await readProgram(shop.id);
  const { draft, published } = program;
  const [changed, discounts, canRun] = await Promise.all([
    readNewCurrency(shop.id),
    readDiscountHealth(shop, published.rules.cards),
    addsCards(published.rules, draft) ? askFunctionsRun(shop.id, shop.domain) : true,
  ]);
  return programData(program, { timeZone, newCurrency: changed, discounts, functionsRun: canRun }, gone);
});

export const action = forMerchant(async ({ shop, request }) =>
  saveProgramForm(shop.id, await parseBody(request, editedForm)),
);

export const clientAction = keepWhatWasTyped;
export const shouldRevalidate = revalidateUnlessRefused;

export default function Program() {
  return <ProgramPage data={useLoaderData<typeof loader>()} />;
}
