import type { ProxyPage } from './proxy-page.ts';
import { personalDataPage } from '../terms/personal-data-page.ts';
import { termsPage } from '../terms/terms-page.ts';

/** All pages that we put into the shop's theme: one line a page. */
export const PROXY_PAGES: readonly ProxyPage[] = [termsPage, personalDataPage];
