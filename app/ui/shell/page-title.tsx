import { useNavigate } from '@remix-run/react';
import { TitleBar } from '@shopify/app-bridge-react';
import { Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

/** `back` is the page that this one is a part of. */
type Props = { title: string; back?: { title: string; to: string }; children?: ReactNode };

/** The title that the admin shows above the frame, and the same for those who hear the frame's page read out. */
export function PageTitle({ title, back, children }: Props) {
  const navigate = useNavigate();
  return (
    <>
      <TitleBar title={title}>
        {back && (
          <button variant="breadcrumb" onClick={() => navigate(back.to)}>
            {back.title}
          </button>
        )}
        {children}
      </TitleBar>
      <Text as="h1" visuallyHidden>
        {title}
      </Text>
    </>
  );
}
