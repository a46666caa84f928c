// Sign-in without a password: the visitor chooses which customer to be. Also signs out, and changes the language.
import { Router } from 'express';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { field } from './form.ts';
import { renderPage } from './page.ts';
import { readVisit, rememberCustomer, rememberLanguage, safeReturn } from './visit.ts';

export function signInRoutes(shop: LocalShop): Router {
  const router = Router();
  router.get('/customer_authentication/login', (request, response) => {
    const login = { return_to: safeReturn(request.query['return_to']), customers: people(shop) };
    const page = {
      template: 'login',
      path: '/',
      title: { key: 'login.page_title' },
      objects: { login },
    } as const;
    response.send(renderPage(shop, readVisit(shop, request), page));
  });
  router.post('/customer_authentication/login', (request, response) => {
    const id = field(request, 'customer');
    rememberCustomer(response, shop.customers.has(id) ? id : null);
    response.redirect(303, safeReturn(field(request, 'return_to')));
  });
  router.post('/customer_authentication/logout', (_request, response) => {
    rememberCustomer(response, null);
    response.redirect(303, '/');
  });
  router.post('/localization', (request, response) => {
    rememberLanguage(response, field(request, 'locale_code'));
    response.redirect(303, safeReturn(field(request, 'return_to')));
  });
  return router;
}

function people(shop: LocalShop) {
  return [...shop.customers.values()].map((customer) => ({
    id: customer.id,
    name: `${customer.firstName} ${customer.lastName}`,
    email: customer.email,
  }));
}
