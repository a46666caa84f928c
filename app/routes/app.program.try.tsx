import { trialForm } from '#app/core/editing/trial/parse-trial-form.ts';
import { tryTypedProgram } from '#app/usecases/editing/trial/try-typed-program.ts';
import { typedFields } from './merchant/edited-form.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

const wanted = trialForm.extend({ rules: typedFields });

/** A trial: what a cart or an order would earn by the rules that are being typed. Stores nothing. */
export const action = forMerchant(async ({ shop, request }) =>
  tryTypedProgram(shop.id, await parseBody(request, wanted)),
);
