import { useNavigate } from '@remix-run/react';
import { Banner } from '@shopify/polaris';
import { formatInstant } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

/** `link`: whether it leads to the page on which the program is started again. */
type Props = { since: string | null; timeZone: string; link?: boolean };

/** While the program is paused: since when, and what that means. */
export function PausedNotice({ since, timeZone, link = false }: Props) {
  const { overview, program } = useTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  if (since === null) return null;
  const open = { content: program.title, onAction: () => navigate('/app/program') };
  return (
    <Banner
      tone="warning"
      title={overview.pause.since(formatInstant(since, timeZone, language))}
      {...(link && { action: open })}
    >
      <p>{overview.pause.means}</p>
    </Banner>
  );
}
