// The functions that the app has deployed, with the ids that Shopify gave them.
import { DEPLOYED_FUNCTIONS } from '#tests/local-shopify/functions/deployed-functions.ts';

export type AppFunction = {
  /** A uuid, the same at every start. */
  id: string;
  handle: string;
};

export function deployedFunctions(): AppFunction[] {
  return DEPLOYED_FUNCTIONS.map(({ handle }, index) => ({
    id: `01970000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
    handle,
  }));
}
