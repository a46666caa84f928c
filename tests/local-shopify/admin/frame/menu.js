// The app's pages in the admin's navigation, the admin's address, and the question before unsaved changes are left.
import { onTold, tellApp } from './channel.js';
import { byId, el } from './dom.js';
import { mayLeave } from './save-bar.js';
import { showSideNav } from './side-nav.js';

const locale = document.documentElement.lang;
const list = byId('app-menu');
const home = byId('app-home');
let items = [];
let place = '/';

const addressOf = (path) => `/apps/sixth${path === '/app' || path === '/' ? '' : path}`;
const withLocale = (address) => `${address}${address.includes('?') ? '&' : '?'}locale=${locale}`;

async function go(event, path) {
  if (event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (!(await mayLeave())) return;
  showSideNav(false);
  tellApp('navigate', path);
}

/** The longest item that the place lies under. */
function current() {
  const pathname = place.split('?')[0];
  const above = items.filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return above.sort((a, b) => b.path.length - a.path.length)[0];
}

function draw() {
  const open = current();
  const mark = (item) => (item && item === open ? 'page' : null);
  const links = items.filter((item) => !item.home);
  list.replaceChildren(
    ...links.map((item) => {
      const href = withLocale(addressOf(item.path));
      const press = (event) => go(event, item.path);
      return el('li', {}, el('a', { href, 'aria-current': mark(item), onclick: press }, item.label));
    }),
  );
  if (open?.home) home.setAttribute('aria-current', 'page');
  else home.removeAttribute('aria-current');
}

onTold('nav-menu', (told) => {
  items = told;
  draw();
});
onTold('place', (told) => {
  place = told;
  history.replaceState(history.state, '', withLocale(addressOf(place)));
  draw();
});
onTold('open', async ({ path, newTab }) => {
  if (newTab) window.open(path, '_blank');
  else if (await mayLeave()) location.assign(path);
});

home.addEventListener('click', (event) => {
  const item = items.find((one) => one.home);
  if (item) void go(event, item.path);
});
// The admin's own pages: leaving the app altogether.
for (const link of document.querySelectorAll('#side > ul:first-of-type a:not([target]), a.brand')) {
  link.addEventListener('click', async (event) => {
    event.preventDefault();
    if (await mayLeave()) location.assign(link.href);
  });
}
