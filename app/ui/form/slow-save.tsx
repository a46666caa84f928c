import { Banner, Box, type BoxProps } from '@shopify/polaris';
import { useTexts } from '../shell/use-texts.ts';
import { useIsSlow } from './use-is-slow.ts';

type Props = { saving: boolean; padding?: Pick<BoxProps, 'padding' | 'paddingBlockEnd'> };

/** That a save takes long, and that nothing is lost. An answer takes its place, or the word that it was given up. */
export function SlowSave({ saving, padding = {} }: Props) {
  const { shell } = useTexts();
  if (!useIsSlow(saving)) return null;
  return (
    <Box {...padding}>
      <Banner tone="info" title={shell.slowSave}>
        <p>{shell.slowSaveHelp}</p>
      </Banner>
    </Box>
  );
}
