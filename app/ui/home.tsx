import { BlockStack, Card, InlineGrid, Layout, Page, Text } from '@shopify/polaris';
import type { HomeContent } from './home-content.ts';

/** The home page: the published rule in one sentence, and what it has done so far. */
export function Home({ title, shop, program, rule, facts, empty }: HomeContent) {
  return (
    <Page title={title} subtitle={shop}>
      <Layout>
        <Layout.Section>
          <Card>
            <BlockStack gap="200">
              <Text as="h2" variant="headingMd">
                {program}
              </Text>
              <Text as="p">{rule}</Text>
              {empty && (
                <Text as="p" tone="subdued">
                  {empty}
                </Text>
              )}
            </BlockStack>
          </Card>
        </Layout.Section>
        <Layout.Section>
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
            {facts.map((fact) => (
              <Fact key={fact.name} {...fact} />
            ))}
          </InlineGrid>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <Card>
      <BlockStack gap="100">
        <Text as="h3" variant="bodyMd" tone="subdued">
          {name}
        </Text>
        <Text as="p" variant="headingLg">
          {value}
        </Text>
      </BlockStack>
    </Card>
  );
}
