import { now } from '#app/clock.server.ts';
import { needsFunctions } from '#app/core/editing/needs-functions.ts';
import { shopInitial } from '#app/core/shop/shop-initial.ts';
import { dayIn } from '#app/core/values/days.ts';
import { textsOf } from '#app/locales/texts.ts';
import { programData, type ProgramData } from '#app/ui/editing/program-data.ts';
import { askFunctionsRun } from '#app/usecases/discounts/ask-functions-run.ts';
import { readDiscountHealth } from '#app/usecases/discounts/read-discount-health.ts';
import { readProgram } from '#app/usecases/editing/read-program.ts';
import { tellsOutside } from '#app/usecases/notices/tells-outside.ts';
import { readNewCurrency } from '#app/usecases/shop/read-new-currency.ts';
import type { Visit } from '#app/usecases/shop/open-app.ts';

/** What each page of the program shows a part of: the draft beside what is published. */
export async function loadProgram({
  shop,
  language,
}: Pick<Visit, 'shop' | 'language'>): Promise<ProgramData> {
  const gone = textsOf(language).program.goneProduct;
  const { timeZone } = shop;
  const program = await readProgram(shop.id);
  const { draft, published } = program;
  const [newCurrency, discounts, functionsRun, isTold] = await Promise.all([
    readNewCurrency(shop.id),
    readDiscountHealth(shop, published.rules.cards),
    needsFunctions(published.rules, draft) ? askFunctionsRun(shop.id, shop.domain) : true,
    tellsOutside(shop.id),
  ]);
  const today = dayIn(timeZone, now());
  const initial = shopInitial(shop);
  const shown = { timeZone, today, shop: shop.domain, initial, newCurrency };
  return programData(program, { ...shown, discounts, functionsRun, tellsOutside: isTold }, gone);
}
