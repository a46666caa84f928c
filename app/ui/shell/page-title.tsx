import { TitleBar } from '@shopify/app-bridge-react';
import { Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

/** The title that the admin shows above the frame, and the same for those who hear the frame's page read out. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <>
      <TitleBar title={title}>{children}</TitleBar>
      <Text as="h1" visuallyHidden>
        {title}
      </Text>
    </>
  );
}
