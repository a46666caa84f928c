// discountCodeBasic*, discountCodeFreeShipping*, discountCodeApp*, Activate, Deactivate, Delete, and what becomes of their codes.
import type { CodeCreation, CodeDiscount } from '#tests/local-shopify/shop/code-discount.ts';
import { wholeSecond } from '#tests/local-shopify/shop/times.ts';
import { requireScope } from './access.ts';
import { changesOfCodes } from './code-discount-input.ts';
import type { CodeDiscountInput, CodeKind } from './code-discount-input.ts';
import { codeDiscountNode, codeDiscountView, redeemCodeView } from './code-discount-nodes.ts';
import { codeDiscountRefusal } from './code-discount-refusals.ts';
import { connection, inOrder } from './connections.ts';
import type { PageArgs } from './connections.ts';
import type { AdminContext } from './context.ts';
import type { UserError } from './discount-refusals.ts';
import { gid, idOf } from './global-ids.ts';

const MOST_CODES = 250;
const NODE = 'DiscountCodeNode';
const GONE: UserError = { field: ['id'], message: 'Discount does not exist', code: 'INVALID' };

type Args = {
  id?: string;
  basicCodeDiscount?: CodeDiscountInput;
  freeShippingCodeDiscount?: CodeDiscountInput;
  codeAppDiscount?: CodeDiscountInput;
};

const inputOf = ({ basicCodeDiscount, freeShippingCodeDiscount, codeAppDiscount }: Args): CodeDiscountInput =>
  basicCodeDiscount ?? freeShippingCodeDiscount ?? codeAppDiscount ?? {};

const answer = (discount: object | null, userErrors: UserError[] = []) => ({
  codeDiscountNode: discount,
  userErrors,
});

/** Those of an app's answer with the discount itself, those of Shopify's own with its node. */
function answerOf(context: AdminContext, kind: CodeKind, discount: CodeDiscount) {
  if (kind !== 'app') return answer(codeDiscountNode(context, discount));
  return { codeAppDiscount: codeDiscountView(context, discount), userErrors: [] };
}

const refusalOf = (kind: CodeKind, refused: UserError) =>
  kind === 'app' ? { codeAppDiscount: null, userErrors: [refused] } : answer(null, [refused]);

/** As Shopify makes one where the input says nothing. */
function unsaid(context: AdminContext, kind: CodeKind): CodeDiscount {
  const at = wholeSecond(context.at);
  return {
    id: '',
    title: '',
    tags: [],
    gives:
      kind === 'freeShipping' ? { kind: 'shipping', upToMinor: null } : { kind: 'percent', percentBp: 0 },
    items: null,
    minimum: null,
    usageLimit: null,
    combinesWith: { productDiscounts: false, orderDiscounts: false, shippingDiscounts: false },
    startsAt: at,
    endsAt: null,
    appliesOnSubscription: false,
    appliesOnOneTimePurchase: true,
    recurringCycleLimit: null,
    createdAt: at,
    updatedAt: at,
  };
}

const creating = (name: string, kind: CodeKind) => async (args: Args, context: AdminContext) => {
  requireScope(context, 'write_discounts', name);
  const input = inputOf(args);
  const refused = codeDiscountRefusal(context, kind, input, null);
  if (refused) return refusalOf(kind, refused);
  const content = changesOfCodes(context, kind, input, unsaid(context, kind));
  return answerOf(context, kind, await context.shop.codeDiscounts.add(content, input.code ?? ''));
};

const kindOf = ({ gives }: CodeDiscount): CodeKind =>
  gives.kind === 'app' ? 'app' : gives.kind === 'shipping' ? 'freeShipping' : 'basic';

const updating = (name: string, kind: CodeKind) => async (args: Args, context: AdminContext) => {
  requireScope(context, 'write_discounts', name);
  const present = found(context, args.id);
  if (!present || kindOf(present) !== kind) return refusalOf(kind, GONE);
  const input = inputOf(args);
  const refused = codeDiscountRefusal(context, kind, input, present);
  if (refused) return refusalOf(kind, refused);
  const changes = changesOfCodes(context, kind, input, present);
  return answerOf(context, kind, await context.shop.codeDiscounts.change(present.id, changes));
};

const found = (context: AdminContext, id = ''): CodeDiscount | undefined =>
  context.shop.codeDiscounts.get(idOf(NODE, id));

const switching =
  (name: string, make: 'start' | 'end') =>
  async ({ id }: Args, context: AdminContext) => {
    requireScope(context, 'write_discounts', name);
    const discount = found(context, id);
    if (!discount) return answer(null, [GONE]);
    return answer(codeDiscountNode(context, await context.shop.codeDiscounts[make](discount.id)));
  };

async function remove({ id }: Args, context: AdminContext) {
  requireScope(context, 'write_discounts', 'discountCodeDelete');
  const discount = found(context, id);
  if (!discount) return { deletedCodeDiscountId: null, userErrors: [GONE] };
  await context.shop.codeDiscounts.remove(discount.id);
  return { deletedCodeDiscountId: gid(NODE, discount.id), userErrors: [] };
}

const NO_DISCOUNT: UserError = {
  field: ['discountId'],
  message: 'Code discount does not exist',
  code: 'INVALID',
};

type Adding = { discountId: string; codes: { code: string }[] };

async function addCodes({ discountId, codes }: Adding, context: AdminContext) {
  requireScope(context, 'write_discounts', 'discountRedeemCodeBulkAdd');
  const refuse = (error: UserError) => ({ bulkCreation: null, userErrors: [error] });
  const discount = found(context, discountId);
  if (!discount) return refuse(NO_DISCOUNT);
  if (codes.length === 0 || codes.some(({ code }) => code.trim() === ''))
    return refuse({ field: ['codes'], message: "Codes can't be blank", code: 'BLANK' });
  if (codes.length > MOST_CODES)
    return refuse({ field: ['codes'], message: `Codes exceed ${MOST_CODES}`, code: 'TOO_MANY_ARGUMENTS' });
  const creation = await context.shop.codeDiscounts.askFor(
    discount.id,
    codes.map(({ code }) => code),
  );
  return { bulkCreation: creationView(context, creation), userErrors: [] };
}

type Deleting = {
  discountId: string;
  ids?: string[] | null;
  search?: string | null;
  savedSearchId?: string | null;
};

function deleteCodes({ discountId, ids, search, savedSearchId }: Deleting, context: AdminContext) {
  requireScope(context, 'write_discounts', 'discountCodeRedeemCodeBulkDelete');
  if (search || savedSearchId) throw new Error('codes are deleted by ids alone');
  const refuse = (error: UserError) => ({ job: null, userErrors: [error] });
  const discount = found(context, discountId);
  if (!discount) return refuse(NO_DISCOUNT);
  if (!ids || ids.length === 0)
    return refuse({ field: ['ids'], message: 'Missing argument', code: 'MISSING_ARGUMENT' });
  const { refusesDeletion } = context.shop.codeDiscounts.trouble;
  if (refusesDeletion) return refuse({ field: ['ids'], message: refusesDeletion, code: 'INTERNAL_ERROR' });
  const codeIds = ids.map((id) => idOf('DiscountRedeemCode', id));
  const job = context.shop.codeDiscounts.askToDelete(discount.id, codeIds);
  return { job: { __typename: 'Job', id: `gid://shopify/Job/${job}`, done: false }, userErrors: [] };
}

const ERRORS = {
  taken: { message: 'Code must be unique. Please try a different code.', code: 'TAKEN' },
  internal: { message: 'Internal error', code: 'INTERNAL_ERROR' },
};

function creationView(context: AdminContext, creation: CodeCreation): object {
  const { codes } = creation;
  const pool = context.shop.codeDiscounts;
  const discount = pool.get(creation.discountId);
  return {
    __typename: 'DiscountRedeemCodeBulkCreation',
    id: gid('DiscountRedeemCodeBulkCreation', creation.id),
    createdAt: creation.createdAt,
    done: creation.done,
    codesCount: codes.length,
    importedCount: codes.filter(({ codeId }) => codeId !== null).length,
    failedCount: codes.filter(({ error }) => error !== null).length,
    discountCode: discount ? codeDiscountNode(context, discount) : null,
    codes: (args: PageArgs) =>
      connection(
        inOrder(codes, ({ code, codeId, error }) => ({
          code,
          errors: error === null ? [] : [{ field: ['code'], ...ERRORS[error], extraInfo: null }],
          discountRedeemCode:
            codeId === null
              ? null
              : redeemCodeView(context, {
                  id: codeId,
                  discountId: creation.discountId,
                  code,
                  createdAt: creation.createdAt,
                  usedAt: [],
                }),
        })),
        args,
      ),
  };
}

export const CODE_DISCOUNT_QUERIES = {
  codeDiscountNodeByCode: ({ code }: { code: string }, context: AdminContext) => {
    const discount = context.shop.codeDiscounts.find(code)?.discount;
    return discount ? codeDiscountNode(context, discount) : null;
  },
  discountRedeemCodeBulkCreation: ({ id }: { id: string }, context: AdminContext) => {
    const creation = context.shop.codeDiscounts.creation(idOf('DiscountRedeemCodeBulkCreation', id));
    return creation ? creationView(context, creation) : null;
  },
};

export const CODE_DISCOUNT_MUTATIONS = {
  discountCodeBasicCreate: creating('discountCodeBasicCreate', 'basic'),
  discountCodeBasicUpdate: updating('discountCodeBasicUpdate', 'basic'),
  discountCodeFreeShippingCreate: creating('discountCodeFreeShippingCreate', 'freeShipping'),
  discountCodeFreeShippingUpdate: updating('discountCodeFreeShippingUpdate', 'freeShipping'),
  discountCodeAppCreate: creating('discountCodeAppCreate', 'app'),
  discountCodeAppUpdate: updating('discountCodeAppUpdate', 'app'),
  discountCodeActivate: switching('discountCodeActivate', 'start'),
  discountCodeDeactivate: switching('discountCodeDeactivate', 'end'),
  discountCodeDelete: remove,
  discountRedeemCodeBulkAdd: addCodes,
  discountCodeRedeemCodeBulkDelete: deleteCodes,
};
