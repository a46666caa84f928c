import { Text } from '@shopify/polaris';
import type { CardCartLimit } from '#app/core/editing/card-cart-limit.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { cartLimitWords } from './cart-limit-words.ts';

/** How long a cart the card serves, as its products stand in the form; nothing where it serves every cart. */
export function CartLimitHint({ limit }: { limit: CardCartLimit | null }) {
  const language = useLanguage();
  return (
    <div aria-live="polite">
      {limit && (
        <Text as="p" tone={limit.refused ? 'critical' : 'caution'}>
          {cartLimitWords(limit, language)}
        </Text>
      )}
    </div>
  );
}
