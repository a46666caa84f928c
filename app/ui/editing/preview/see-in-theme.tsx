import { Link } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { readActivations } from '#app/ui/home/read-activations.ts';
import { GUIDE_BLOCKS, isPlaced, themeEditorLink, themePageLink } from '#app/ui/home/theme-blocks.ts';
import { useRootData } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { PreviewAbout } from './preview-about.ts';

type Props = {
  /** The shop's domain at Shopify. */
  shop: string;
  places: PreviewAbout['places'];
};

/** Opens the theme editor where the part stands; where it doesn't yet, with its block put in place, for the merchant to save. */
export function SeeInTheme({ shop, places }: Props) {
  const { overview } = useTexts();
  const apiKey = useRootData()?.apiKey ?? '';
  const stands = useStanding(places);
  const block = GUIDE_BLOCKS.find(({ key }) => key === (stands ?? places[0])) ?? GUIDE_BLOCKS[0];
  const url = stands === null ? themeEditorLink(shop, apiKey, block) : themePageLink(shop, block);
  return (
    <Link url={url} target="_blank">
      {overview.seeInTheme}
    </Link>
  );
}

/** The first of these blocks that stands on the theme; null while none does, or Shopify doesn't say. */
function useStanding(places: PreviewAbout['places']) {
  const [stands, setStands] = useState<PreviewAbout['places'][number] | null>(null);
  useEffect(() => {
    let here = true;
    readActivations().then(
      (activations) => {
        const there = GUIDE_BLOCKS.filter((block) => isPlaced(block, activations)).map(({ key }) => key);
        if (here) setStands(places.find((key) => there.some((one) => one === key)) ?? null);
      },
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [places]);
  return stands;
}
