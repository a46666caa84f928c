// One unit of the cheapest line that the reward names, as `freeProduct` of app/core/rewards/function-kinds.
import {
  answerNothing,
  closeProductsOff,
  openProductsOff,
  writePercentage,
} from '../../function-parts/assembly/answer';
import { get } from '../../function-parts/assembly/host';
import { Voucher } from './voucher';

export function answerFreeProduct(voucher: Voucher): void {
  if (!voucher.isOf('PRODUCT')) return answerNothing();
  const lines = voucher.linesOf(get(voucher.gives, 'productIds'), get(voucher.gives, 'upToMinor'));
  const free = lines.cheapest();
  if (free < 0 || lines.subtotal - lines.priceAt(free) < voucher.minimum) return answerNothing();
  openProductsOff(voucher.title(), lines.oneOf(free));
  writePercentage(100);
  closeProductsOff();
}
