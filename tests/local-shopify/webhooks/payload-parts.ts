// Pieces that several payloads share, with the keys and forms of Shopify's own.
import type { MoneyBag } from '#tests/local-shopify/shop/money.ts';
import type { Customer, DiscountApplication, TaxLine } from '#tests/local-shopify/shop/types.ts';

export function moneySet(bag: MoneyBag): object {
  return {
    shop_money: { amount: bag.shop.amount, currency_code: bag.shop.currency },
    presentment_money: { amount: bag.presentment.amount, currency_code: bag.presentment.currency },
  };
}

export function taxLinePayload(line: TaxLine, money: (minor: number) => MoneyBag): object {
  return {
    channel_liable: false,
    price: money(line.amountMinor).shop.amount,
    price_set: moneySet(money(line.amountMinor)),
    rate: line.rateBp / 10_000,
    title: line.title,
  };
}

/** The automatic ones bear a title and nothing else to know them by. */
export function discountApplicationPayload(
  discount: DiscountApplication,
  money: (minor: number) => MoneyBag,
): object {
  const { value } = discount;
  const percent = value.kind === 'amount' ? null : value.kind === 'percent' ? value.percentBp / 100 : 100;
  return {
    target_type: discount.target === 'shipping' ? 'shipping_line' : 'line_item',
    type: discount.type,
    value: value.kind === 'amount' ? money(value.amountMinor).shop.amount : (percent ?? 0).toFixed(1),
    value_type: value.kind === 'amount' ? 'fixed_amount' : 'percentage',
    allocation_method: value.kind === 'amount' ? 'across' : 'each',
    target_selection: discount.selected || value.kind === 'free_units' ? 'entitled' : 'all',
    ...(discount.type === 'discount_code' ? { code: discount.title } : { title: discount.title }),
    ...(discount.type === 'manual' ? { description: discount.title } : {}),
  };
}

export function addressPayload(customer: Customer): object {
  const address = customer.address;
  return {
    address1: address?.address1 ?? null,
    address2: null,
    city: address?.city ?? null,
    company: null,
    country: address?.country ?? null,
    country_code: address?.countryCode ?? null,
    first_name: customer.firstName,
    last_name: customer.lastName,
    latitude: null,
    longitude: null,
    name: `${customer.firstName} ${customer.lastName}`,
    phone: customer.phone,
    province: null,
    province_code: null,
    zip: address?.zip ?? null,
  };
}

function defaultAddress(customer: Customer): object | null {
  const address = customer.address;
  if (!address) return null;
  return {
    id: Number(customer.id) + 1,
    customer_id: Number(customer.id),
    company: null,
    province: null,
    province_code: null,
    address2: null,
    address1: address.address1,
    city: address.city,
    country: address.country,
    country_code: address.countryCode,
    country_name: address.country,
    default: true,
    first_name: customer.firstName,
    last_name: customer.lastName,
    name: `${customer.firstName} ${customer.lastName}`,
    phone: customer.phone,
    zip: address.zip,
  };
}

export function customerPayload(
  customer: Customer,
  currency: string,
  at: (instant: string) => string,
): object {
  return {
    id: Number(customer.id),
    admin_graphql_api_id: `gid://shopify/Customer/${customer.id}`,
    created_at: at(customer.createdAt),
    updated_at: at(customer.updatedAt),
    currency,
    default_address: defaultAddress(customer),
    email: customer.email,
    first_name: customer.firstName,
    last_name: customer.lastName,
    multipass_identifier: null,
    note: null,
    phone: customer.phone,
    state: 'enabled',
    tax_exempt: false,
    tax_exemptions: [],
    verified_email: true,
  };
}
