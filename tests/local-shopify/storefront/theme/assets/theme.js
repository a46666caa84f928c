// The theme's behaviour. Everything works without it, by forms and links; with it, the page stays.
import './product-info.js';
import './cart-items.js';
import './cart-over-page.js';
import './quick-view.js';
import { offerActions } from './standard-actions.js';

offerActions();
