import { z } from 'zod';
import { operation } from '../admin-api/operation.ts';

/** That the app is installed, which the answer itself says, and what the merchant grants it. */
export const installationNow = operation()({
  name: 'InstallationNow',
  document: `#graphql
    query InstallationNow {
      currentAppInstallation {
        accessScopes {
          handle
        }
      }
    }
  `,
  result: z.object({
    currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
  }),
});
