// What Shopify says no to when an app makes or changes an automatic discount.
import { statusAt } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { AutomaticDiscount } from '#tests/local-shopify/shop/automatic-discount.ts';
import { mayRunFunctions } from '#tests/local-shopify/shop/app-settings.ts';
import type { AdminContext } from './context.ts';
import type { AppDiscountInput } from './discount-mutations.ts';

export type UserError = { field: string[]; message: string; code: string; extraInfo?: string | null };

/** Functions that may be active at a time. */
const MOST_ACTIVE = 25;
const MOST_TITLE = 255;

type Refusal = [field: string, message: string, code: string];

const refusal = (...[field, message, code]: Refusal): UserError => ({
  field: ['automaticAppDiscount', field],
  message,
  code,
});

/** Whether the function is there, and may run on this store. */
export function functionRefusal(
  { shopify: { app }, shop }: AdminContext,
  { functionHandle }: Pick<AppDiscountInput, 'functionHandle'>,
): Refusal | null {
  if (!functionHandle) {
    const message = 'Either function_id or function_handle must be provided.';
    return ['functionHandle', message, 'MISSING_FUNCTION_IDENTIFIER'];
  }
  if (!app.functions.some(({ handle }) => handle === functionHandle)) {
    const message = `Function ${functionHandle} not found. Ensure that it is released in the current app version.`;
    return ['functionHandle', message, 'INVALID'];
  }
  if (mayRunFunctions(app, shop.plan)) return null;
  const message = 'Shop must be on a Shopify Plus plan to activate functions from a custom app.';
  return ['functionHandle', message, 'INVALID'];
}

/** The same of an automatic one, of which only so many may be active. */
export function automaticRefusal(context: AdminContext, input: AppDiscountInput): UserError | null {
  const refused = functionRefusal(context, input);
  if (refused) return refusal(...refused);
  const active = context.shop.automaticDiscounts.active().filter(({ kind }) => kind === 'app');
  return active.length < MOST_ACTIVE
    ? null
    : refusal('base', 'Shop has reached the maximum number of active app discounts.', 'MAX_APP_DISCOUNTS');
}

/** @param present null while it is being made */
export function inputRefusal(
  context: AdminContext,
  input: AppDiscountInput,
  present: AutomaticDiscount | null,
): UserError | null {
  const title = input.title === undefined && present ? present.title : (input.title ?? '').trim();
  if (title === '') return refusal('title', "Title can't be blank", 'BLANK');
  if (title.length > MOST_TITLE) return refusal('title', 'Title is too long', 'TOO_LONG');
  const startsAt = input.startsAt ?? present?.startsAt;
  if (!startsAt) return refusal('startsAt', "Starts at can't be blank", 'BLANK');
  const endsAt = input.endsAt === undefined ? present?.endsAt : input.endsAt;
  if (endsAt && new Date(endsAt) <= new Date(startsAt)) {
    return refusal('endsAt', 'Ends at needs to be after starts_at', 'END_DATE_BEFORE_START_DATE');
  }
  return titleRefusal(context, title, present);
}

/** Of all automatic discounts that haven't ended, one bears a title. */
function titleRefusal(context: AdminContext, title: string, present: AutomaticDiscount | null) {
  const taken = context.shop.automaticDiscounts
    .values()
    .some(
      (one) =>
        one.id !== present?.id &&
        one.title.toLowerCase() === title.toLowerCase() &&
        statusAt(one, context.at) !== 'EXPIRED',
    );
  return taken ? refusal('title', 'Title must be unique for automatic discount', 'TAKEN') : null;
}
