import { birthdayAction } from './birthday.ts';
import type { ProxyAction } from './proxy-action.ts';

/** All that the shop's pages may ask of us: one line an action. */
export const PROXY_ACTIONS: readonly ProxyAction[] = [birthdayAction];
