// A reward's code in the cart: reads what its discount gives and the cart, and says what it takes off.
// Shopify runs it for each code of such a discount, on every change of every cart; runs know nothing of each other.
// AssemblyScript, and the rule of app/core/rewards/function-saves.ts once more: app/decisions/030 and 079 say why.
import { answerNothing } from '../../function-parts/assembly/answer';
import { jsonOf } from '../../function-parts/assembly/discount';
import { get, inputRoot, isNull, keptText, Text, textOf } from '../../function-parts/assembly/host';
import { learnNames } from '../../function-parts/assembly/names';
import { isSame } from '../../function-parts/assembly/text-table';
import { answerAnyAmount } from './any-amount';
import { answerCappedPercent } from './capped-percent';
import { answerFreeProduct } from './free-product';
import { learnNever } from './names';
import { Voucher } from './voucher';

export function run(): void {
  learnNames();
  learnNever();
  const input = inputRoot();
  const config = jsonOf(get(get(input, 'discount'), 'config'));
  if (isNull(config)) return answerNothing();
  const voucher = new Voucher(input, config);
  const kind = textOf(get(voucher.gives, 'kind'));
  if (voucher.minimum < 0) answerNothing();
  else if (is(kind, 'product')) answerFreeProduct(voucher);
  else if (is(kind, 'percent')) answerCappedPercent(voucher);
  else if (is(kind, 'any-amount')) answerAnyAmount(voucher);
  else answerNothing();
}

const is = (kind: Text, wanted: string): bool => isSame(kind, keptText(wanted));
