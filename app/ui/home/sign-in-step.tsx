import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { SignInLinks } from './use-sign-in.ts';

/** Nobody sees a card without signing in, and a link for it is Shopify's setting. */
export function SignInStep({ shop, links }: { shop: string; links: SignInLinks }) {
  const { guide } = useTexts();
  if (links === true) return <Text as="p">{guide.signInDone}</Text>;
  return (
    <BlockStack gap="300">
      <Text as="p">{links === 'unknown' ? guide.signInUnknown : guide.signInHelp}</Text>
      <InlineStack>
        <Button
          url={`https://${shop}/admin/settings/customer_accounts`}
          target="_blank"
          accessibilityLabel={guide.signInOpenLabel}
        >
          {guide.signInOpen}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
