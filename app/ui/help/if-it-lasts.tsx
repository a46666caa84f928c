import { Link } from '@shopify/polaris';
import { useSupport } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

/** The last sentence beside a failure: whom to write to, or where that is said. */
export function IfItLasts() {
  const { support: say } = useTexts().help;
  const support = useSupport();
  if (support === null) {
    return (
      <>
        {say.ifItLastsUnknown} <Link url="/app/help/get-help">{say.getHelp}</Link>
      </>
    );
  }
  return (
    <>
      {say.ifItLasts}{' '}
      <Link url={support.url} target="_blank">
        {support.shown}
      </Link>
    </>
  );
}
