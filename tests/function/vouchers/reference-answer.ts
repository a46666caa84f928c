// What the second function has to answer: the core's rule on the function's input, written as Shopify takes it.
import { subtotalOf } from '#app/core/rewards/function-kinds/function-cart.ts';
import type { Off, OffOrder, OffProducts, Saving } from '#app/core/rewards/function-kinds/function-cart.ts';
import { functionSaves } from '#app/core/rewards/function-saves.ts';
import { voucherClass, type VoucherConfig } from '#app/core/rewards/voucher-config.ts';
import { jsonBytes } from '#app/core/stamps/json-bytes.ts';
import { currencyExponent } from '#app/core/values/money.ts';
import { decimalText } from '../reference/price.ts';
import { voucherCart } from './voucher-cart.ts';
import type { VoucherInput } from './voucher-input.ts';

/** Shopify takes 20,000 bytes; this is left for everything but the lines. */
const MOST_LINE_BYTES = 19_000;
const NOTHING = { operations: [] };

export function referenceAnswer(input: VoucherInput): { operations: object[] } {
  const config = input.discount.config?.jsonValue;
  if (!config || !input.discount.discountClasses.includes(voucherClass(config.gives))) return NOTHING;
  const saving = functionSaves(config, voucherCart(input, config.exponent));
  if (!saving) return NOTHING;
  const writer = { input, message: titleIn(input.localization.language.isoCode, config.title) };
  return saving.on === 'products' ? productsOff(writer, saving) : orderOff(writer, saving, config);
}

function titleIn(isoCode: string, title: VoucherConfig['title']): string {
  const named: Readonly<Record<string, string>> = title;
  return named[isoCode.slice(0, 2).toLowerCase()] ?? title.en;
}

type Writer = { input: VoucherInput; message: string };

function valueOf({ input }: Writer, off: Off) {
  if ('percent' in off) return { percentage: { value: off.percent } };
  return { fixedAmount: { amount: money(input, off.minor) } };
}

const money = (input: VoucherInput, minor: number): string =>
  decimalText(minor, currencyExponent(input.cart.cost.all.currency));

/** An answer that is too long would be no answer: the lines that fit are told, in the cart's order. */
function productsOff(writer: Writer, { off, lines }: OffProducts) {
  let bytes = 0;
  const targets = lines
    .map(({ lineId, quantity }) => ({ cartLine: { id: lineId, quantity } }))
    .filter((target) => (bytes += jsonBytes(target) + 1) <= MOST_LINE_BYTES);
  const candidate = { message: writer.message, targets, value: valueOf(writer, off) };
  return { operations: [{ productDiscountsAdd: { selectionStrategy: 'ALL', candidates: [candidate] } }] };
}

type Tries = OffOrder['tries'];

function orderOff(writer: Writer, saving: OffOrder, config: VoucherConfig) {
  const { excluded } = saving;
  const bytes = excluded.reduce((sum, id) => sum + jsonBytes(id) + 1, 0);
  const bytesOf = (tries: Tries) =>
    bytes * tries.reduce((lists, { least }) => lists + (least > 0 ? 2 : 1), 0);
  const tries =
    bytesOf(saving.tries) > MOST_LINE_BYTES ? decided(writer.input, saving, config) : saving.tries;
  if (tries.length === 0 || bytesOf(tries) > MOST_LINE_BYTES) return NOTHING;
  const candidates = tries.map(({ off, least }) => ({
    message: writer.message,
    targets: [{ orderSubtotal: { excludedCartLineIds: excluded } }],
    value: valueOf(writer, off),
    ...(least > 0 && {
      conditions: [
        {
          orderMinimumSubtotal: {
            excludedCartLineIds: excluded,
            minimumAmount: money(writer.input, least),
          },
        },
      ],
    }),
  }));
  return { operations: [{ orderDiscountsAdd: { selectionStrategy: 'FIRST', candidates } }] };
}

/** Where the lists are too long for an answer, what the lines cost before discounts decides. */
function decided(input: VoucherInput, { tries, excluded }: OffOrder, { exponent }: VoucherConfig): Tries {
  const lines = voucherCart(input, exponent).lines.filter(({ lineId }) => !excluded.includes(lineId));
  const met = tries.find(({ least }) => least <= subtotalOf(lines));
  return met ? [{ ...met, least: 0 }] : [];
}

export function savingOf(input: VoucherInput): Saving | null {
  const config = input.discount.config?.jsonValue;
  return config ? functionSaves(config, voucherCart(input, config.exponent)) : null;
}
