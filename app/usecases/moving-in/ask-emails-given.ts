import { AdminRefused, Failure } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { askAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { emailsGiven } from '#app/shopify/moving-in/emails-given.ts';

/** Whether members can be found by email, told before anybody chooses a file. Null where Shopify doesn't say now: the file's job will. */
export async function askEmailsGiven(shopDomain: string): Promise<boolean | null> {
  try {
    return (await askAdmin(shopDomain, emailsGiven, {})).refusedFields.length === 0;
  } catch (error) {
    if (error instanceof AdminRefused) return false;
    if (!(error instanceof Failure)) throw error;
    log.info({ shopDomain, code: error.code }, 'nobody knows yet whether emails are given');
    return null;
  }
}
