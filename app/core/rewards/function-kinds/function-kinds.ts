// Every kind of reward that the second discount function gives: one line each.
import type { FunctionGives } from '../voucher-config.ts';
import { anyAmount } from './any-amount.ts';
import { cappedPercent } from './capped-percent.ts';
import { freeProduct } from './free-product.ts';
import type { FunctionKind } from './function-kind.ts';

const KINDS: readonly FunctionKind[] = [freeProduct, cappedPercent, anyAmount];

export function functionKind(gives: FunctionGives): FunctionKind {
  const found = KINDS.find(({ kind }) => kind === gives.kind);
  if (!found) throw new Error(`the function gives no ${gives.kind}`);
  return found;
}
