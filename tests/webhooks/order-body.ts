// An order as Shopify's webhook carries it, reduced to the fields that the app subscribes to.

/** Beyond 2^53, as Shopify's samples are. */
export function orderId(number: number): bigint {
  return 820_982_911_946_154_000n + BigInt(number);
}

export function orderBody(number: number): string {
  const id = orderId(number);
  const price = { amount: '12.50', currency_code: 'EUR' };
  const nothing = { amount: '0.00', currency_code: 'EUR' };
  const order = {
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    name: `#${1000 + number}`,
    customer: { admin_graphql_api_id: 'gid://shopify/Customer/115310627314723954' },
    processed_at: '2026-11-21T10:30:00+01:00',
    updated_at: '2026-11-21T10:30:05+01:00',
    cancelled_at: null,
    financial_status: 'paid',
    test: false,
    source_name: 'web',
    tags: '',
    taxes_included: true,
    currency: 'EUR',
    presentment_currency: 'EUR',
    current_total_tax_set: { shop_money: nothing, presentment_money: nothing },
    current_shipping_price_set: { shop_money: nothing, presentment_money: nothing },
    total_tip_received: '0.00',
    discount_applications: [],
    line_items: [
      {
        admin_graphql_api_id: `gid://shopify/LineItem/${id}`,
        product_id: 7513594,
        variant_id: 42513594,
        quantity: 2,
        current_quantity: 2,
        price_set: { shop_money: price, presentment_money: price },
        discount_allocations: [],
        tax_lines: [],
        gift_card: false,
        sales_line_item_group_id: null,
      },
    ],
    refunds: [],
  };
  return JSON.stringify(order);
}
