// Decimals of the currencies that have other than two: as `currencyExponent` of app/core/values/money.ts.
import { Text } from '../../function-parts/assembly/host';

const NO_DECIMALS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
const THREE_DECIMALS = 'BHD IQD JOD KWD LYD OMR TND';

export function decimalsOf(currency: Text): i32 {
  const code = String.UTF8.decodeUnsafe(currency.at, <usize>currency.length);
  if (code.length != 3) return 2;
  if (NO_DECIMALS.includes(code)) return 0;
  return THREE_DECIMALS.includes(code) ? 3 : 2;
}
