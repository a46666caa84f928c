// The admin's own navigation: where one is; on a narrow screen it hides behind a button.
import { byId } from './dom.js';

const button = byId('menu');

export function showSideNav(shown) {
  button.setAttribute('aria-expanded', String(shown));
  document.body.classList.toggle('menu-open', shown);
}

for (const link of document.querySelectorAll('#side > ul:first-of-type a')) {
  const { pathname } = new URL(link.href);
  const here = pathname === '/' ? location.pathname === '/' : location.pathname.startsWith(pathname);
  if (here) link.setAttribute('aria-current', 'page');
}

button.addEventListener('click', () => showSideNav(button.getAttribute('aria-expanded') !== 'true'));
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') showSideNav(false);
});
