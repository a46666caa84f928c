// What customers are found by. What the app may not read it doesn't find anybody by, either.
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Customer } from '#tests/local-shopify/shop/types.ts';
import type { Fields, Words } from './search-query.ts';

type Granted = Pick<LocalShop, 'namesGranted' | 'emailsGranted'>;

export const customerFields = ({ emailsGranted }: Granted): Fields<Customer> => ({
  id: (customer) => customer.id,
  created_at: (customer) => customer.createdAt,
  updated_at: (customer) => customer.updatedAt,
  email: (customer) => (emailsGranted ? customer.email : null),
});

/** Whole words, so that "oife" finds no Aoife; accents count. */
export const customerWords =
  ({ namesGranted }: Granted): Words<Customer> =>
  ({ firstName, lastName }) =>
    namesGranted ? `${firstName} ${lastName}`.toLowerCase().split(/\s+/) : [];
