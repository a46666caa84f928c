// A percentage up to a ceiling, as `cappedPercent` of app/core/rewards/function-kinds.
import {
  answerNothing,
  closeProductsOff,
  openProductsOff,
  writeFixedAmount,
  writePercentage,
} from '../../function-parts/assembly/answer';
import { bytesOfText, get, NOTHING, numberOf } from '../../function-parts/assembly/host';
import { wholeOf } from './money';
import { OrderOff } from './order-off';
import { Voucher } from './voucher';

export function answerCappedPercent(voucher: Voucher): void {
  const gives = voucher.gives;
  const percent = <i32>numberOf(get(gives, 'percent'));
  const most = voucher.money.inShoppers(<i64>numberOf(get(gives, 'mostMinor')));
  const chosen = get(gives, 'of');
  if (percent < 1 || most <= 0) answerNothing();
  else if (bytesOfText(chosen) > 0) ofOrder(voucher, percent, most);
  else ofProducts(voucher, chosen, percent, most);
}

function ofOrder(voucher: Voucher, percent: i32, most: i64): void {
  const off = new OrderOff(voucher);
  off.add(0, most, max(wholeOf(most, percent), voucher.minimum));
  off.add(percent, 0, voucher.minimum);
  off.answer();
}

function ofProducts(voucher: Voucher, chosen: u64, percent: i32, most: i64): void {
  if (!voucher.isOf('PRODUCT')) return answerNothing();
  const lines = voucher.linesOf(get(chosen, 'productIds'), NOTHING);
  if (lines.namedSubtotal == 0 || lines.namedSubtotal < voucher.minimum) return answerNothing();
  openProductsOff(voucher.title(), lines.allNamed());
  if (lines.percentOfNamed(percent) > most) writeFixedAmount(voucher.money.text(most));
  else writePercentage(percent);
  closeProductsOff();
}
