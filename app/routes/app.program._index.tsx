import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { orResponse } from '#app/errors.ts';
import { textsOf } from '#app/locales/texts.ts';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { programData } from '#app/ui/editing/program-data.ts';
import { ProgramPage } from '#app/ui/editing/program-page.tsx';
import { addsCards } from '#app/core/editing/publishable.ts';
import { askFunctionsRun } from '#app/usecases/discounts/ask-functions-run.ts';
import { openApp } from '#app/usecases/shop/open-app.ts';
import { readDiscountHealth } from '#app/usecases/discounts/read-discount-health.ts';
import { readProgram } from '#app/usecases/editing/read-program.ts';
import { saveProgramForm } from '#app/usecases/editing/save-program-form.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, language } = await orResponse(openApp(request));
  const gone = textsOf(language).program.goneProduct;
  const { timeZone } = shop;
  const program = await readProgram(shop.id);
  const { draft, published } = program;
  const [discounts, canRun] = await Promise.all([
    readDiscountHealth(shop, published.rules.cards),
    addsCards(published.rules, draft) ? askFunctionsRun(shop.id, shop.domain) : true,
  ]);
  return programData(program, { timeZone, discounts, functionsRun: canRun }, gone);
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await orResponse(openApp(request));
  const sent: unknown = await request.json().catch(() => null);
  return orResponse(saveProgramForm(shop.id, sent));
}

export const clientAction = keepWhatWasTyped;
export const shouldRevalidate = revalidateUnlessRefused;

export default function Program() {
  return <ProgramPage data={useLoaderData<typeof loader>()} />;
}
