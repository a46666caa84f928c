import { z } from 'zod';
import { operation } from './operation.ts';

/** The owner of app metafields: this app's installation on the shop. */
export const appInstallationId = operation()({
  name: 'AppInstallationId',
  document: `#graphql
    query AppInstallationId {
      currentAppInstallation {
        id
      }
    }
  `,
  result: z.object({ currentAppInstallation: z.object({ id: z.string() }) }),
});
