import { Banner, Page } from '@shopify/polaris';

/** A page that couldn't be shown, and what a person can do. */
export function Trouble({ title, message }: { title: string; message: string }) {
  return (
    <Page>
      <Banner tone="critical" title={title}>
        <p>{message}</p>
      </Banner>
    </Page>
  );
}
