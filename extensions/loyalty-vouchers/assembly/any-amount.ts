// What the code's owner chose, as `anyAmount` of app/core/rewards/function-kinds.
import { answerNothing } from '../../function-parts/assembly/answer';
import { jsonOf } from '../../function-parts/assembly/discount';
import { get, getAt, numberOf, Text, textOf } from '../../function-parts/assembly/host';
import { wholeOf } from './money';
import { OrderOff } from './order-off';
import { Voucher } from './voucher';

/** `MOST_MINOR` of app/core/values/money.ts. */
const MOST_MINOR: f64 = 1_000_000_000;

export function answerAnyAmount(voucher: Voucher): void {
  const minor = voucher.money.inShoppers(chosenAmount(voucher.input));
  if (minor <= 0) return answerNothing();
  const share = <i64>numberOf(get(voucher.gives, 'sharePercent'));
  const least = share > 0 && share < 100 ? wholeOf(minor, share) : 0;
  const off = new OrderOff(voucher);
  off.add(0, minor, max(least, voucher.minimum));
  off.answer();
}

/** In minor units of the shop's currency; 0 for a guest, and for a code that isn't the customer's. */
function chosenAmount(input: u64): i64 {
  const customer = get(get(get(input, 'cart'), 'buyerIdentity'), 'customer');
  const codes = get(jsonOf(get(customer, 'vouchers')), 'codes');
  const amount = numberOf(getAt(codes, inCapitals(textOf(get(input, 'code')))));
  return amount > 0 && amount <= MOST_MINOR && amount == Math.floor(amount) ? <i64>amount : 0;
}

function inCapitals(code: Text): Text {
  for (let index = 0; index < code.length; index++) {
    const byte = code.byte(index);
    if (byte >= 97 && byte <= 122) store<u8>(code.at + <usize>index, byte - 32);
  }
  return code;
}
