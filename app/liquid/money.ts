// Money in Liquid is an integer of hundredths in every currency: ¥1000 is 100000.
import type { Liquid } from 'liquidjs';
import { printed } from './arguments.ts';

type Separators = { thousands: string; decimal: string; decimals: 0 | 2 };

/** The placeholders that a shop's money format may hold, e.g. `€{{amount_with_comma_separator}}`. */
const PLACEHOLDERS: Record<string, Separators> = {
  amount: { thousands: ',', decimal: '.', decimals: 2 },
  amount_no_decimals: { thousands: ',', decimal: '.', decimals: 0 },
  amount_with_comma_separator: { thousands: '.', decimal: ',', decimals: 2 },
  amount_no_decimals_with_comma_separator: { thousands: '.', decimal: ',', decimals: 0 },
  amount_with_apostrophe_separator: { thousands: "'", decimal: '.', decimals: 2 },
  amount_no_decimals_with_space_separator: { thousands: ' ', decimal: ',', decimals: 0 },
  amount_with_space_separator: { thousands: ' ', decimal: ',', decimals: 2 },
  amount_with_period_and_space_separator: { thousands: ' ', decimal: '.', decimals: 2 },
};

/**
 * @param hundredths integer, whatever the currency's exponent
 * @param format the shop's `money_format`
 * @throws {TypeError} for a format without a known placeholder
 */
export function formatMoney(hundredths: number, format: string): string {
  return format.replace(/\{\{\s*(\w+)\s*\}\}/, (_, placeholder: string) => {
    const separators = PLACEHOLDERS[placeholder];
    if (!separators) throw new TypeError(`unknown money format: ${format}`);
    return amount(hundredths, separators);
  });
}

function amount(hundredths: number, { thousands, decimal, decimals }: Separators): string {
  const rounded = decimals === 0 ? Math.round(hundredths / 100) * 100 : Math.round(hundredths);
  const digits = String(Math.abs(rounded)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, thousands);
  return (rounded < 0 ? '-' : '') + whole + (decimals === 0 ? '' : decimal + digits.slice(-2));
}

function withoutTrailingZeros(money: string): string {
  return money.replace(/[.,]00(?!\d)/, '');
}

export function registerMoney(liquid: Liquid): void {
  const register = (name: string, format: string, finish: (money: string) => string) =>
    liquid.registerFilter(name, function (value: unknown) {
      const shopFormat = printed(this.context.getSync(['shop', format]));
      return finish(formatMoney(Number(value ?? 0), shopFormat));
    });
  register('money', 'money_format', (money) => money);
  register('money_without_trailing_zeros', 'money_format', withoutTrailingZeros);
  register('money_with_currency', 'money_with_currency_format', (money) => money);
}
