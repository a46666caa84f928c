import { z } from 'zod';
import { themeSeenSchema } from '#app/core/storefront/theme-seen.ts';
import { Failure } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import type { ThemeAnswer } from '#app/ui/storefront/use-theme-news.ts';
import { hearBrowser } from '#app/usecases/storefront/hear-browser.ts';
import { importTheme } from '#app/usecases/storefront/import-theme.ts';
import { putMissingAway } from '#app/usecases/storefront/put-missing-away.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

const { places } = themeSeenSchema.shape;

const wanted = z.discriminatedUnion('do', [
  z.object({ do: z.literal('look') }),
  z.object({
    do: z.literal('tell'),
    places: places.max(200),
    themeId: z.string().max(100).nullable(),
  }),
  z.object({
    do: z.literal('put-away'),
    places: z.array(z.object({ page: z.string().max(200), block: z.string().max(100) })).max(200),
  }),
]);

/** The theme, asked for by a plain fetch, so that the page waits for no answer of Shopify's. */
export const action = forMerchant(async ({ shop, request }): Promise<ThemeAnswer> => {
  const asked = await parseBody(request, wanted);
  switch (asked.do) {
    case 'look':
      return look(shop.id);
    case 'tell':
      return { changed: await hearBrowser(shop.id, asked) };
    case 'put-away':
      await putMissingAway(shop.id, asked.places);
      return { changed: true };
  }
});

/** What Shopify can't say just now is tried again when the merchant comes back, and by its job. */
async function look(shopId: number): Promise<ThemeAnswer> {
  try {
    return { changed: await importTheme(shopId) };
  } catch (err) {
    if (!(err instanceof Failure)) throw err;
    log.warn({ err, shopId }, 'the theme could not be read for a page');
    return { changed: false, failed: true };
  }
}
