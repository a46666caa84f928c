import { useNavigate } from '@remix-run/react';
import { Banner } from '@shopify/polaris';
import type { NoticeKind } from '#app/core/notices/notice-kinds.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { anyByFlow } from './moment-heard.ts';

/** A gift that nobody hears of is no gift: said for as long as nothing of moments goes to Flow. */
export function OnlyInShop({ flow }: { flow: readonly NoticeKind[] }) {
  const { notices: say } = useTexts();
  const navigate = useNavigate();
  if (anyByFlow(flow)) return null;
  return (
    <Banner
      tone="warning"
      title={say.onlyInShop}
      action={{ content: say.showMe, onAction: () => navigate('/app/settings/notices') }}
    >
      <p>{say.nobodyTold}</p>
    </Banner>
  );
}
