import { useLocation, useRevalidator } from '@remix-run/react';
import { TitleBar } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Box, Button, Card, Page, Text } from '@shopify/polaris';
import { IfItLasts } from '../help/if-it-lasts.tsx';
import { PageTitle } from './page-title.tsx';
import { useTexts } from './use-texts.ts';

/** A page that couldn't be shown, inside the frame: what a person can do is to try again, or to read on Home what is wrong. */
export function Trouble({ message }: { message?: string }) {
  const { shell } = useTexts();
  const { revalidate, state } = useRevalidator();
  const { pathname } = useLocation();
  return (
    <Page>
      <PageTitle title={shell.failed} />
      <Banner
        tone="critical"
        title={shell.failed}
        action={{ content: shell.retry, onAction: revalidate, loading: state === 'loading' }}
        {...(pathname !== '/app' && { secondaryAction: { content: shell.backHome, url: '/app' } })}
      >
        <p>
          {message ?? shell.failedHelp} <IfItLasts />
        </p>
      </Banner>
    </Page>
  );
}

/** An address inside the app where nothing is. */
export function NotFound() {
  const { shell } = useTexts();
  return (
    <Page>
      <TitleBar title={shell.notFound} />
      <Card>
        <Box paddingBlock="800">
          <BlockStack gap="300" inlineAlign="center">
            <Text as="h1" variant="headingMd">
              {shell.notFound}
            </Text>
            <Text as="p" tone="subdued" alignment="center">
              {shell.notFoundHelp}
            </Text>
            <Button variant="primary" url="/app">
              {shell.backHome}
            </Button>
          </BlockStack>
        </Box>
      </Card>
    </Page>
  );
}
