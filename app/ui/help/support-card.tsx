import { Card, BlockStack, Link, Text } from '@shopify/polaris';
import { useSupport } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

/** Whom to ask: an address, where whoever runs the app gave one. */
export function SupportCard() {
  const { help } = useTexts();
  const support = useSupport();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {help.support.title}
        </Text>
        {support === null ? (
          <Text as="p">{help.support.unknown}</Text>
        ) : (
          <Text as="p">
            {help.support.writeTo}{' '}
            <Link url={support.url} target="_blank">
              {support.shown}
            </Link>
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
