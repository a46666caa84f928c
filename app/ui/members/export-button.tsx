import { Button } from '@shopify/polaris';
import { useState } from 'react';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { fileAt } from '../form/file-at.ts';
import { saveFile } from '../form/save-file.ts';
import { listAddress } from './list-address.ts';
import type { MembersData } from './members-data.ts';

type Props = { shown: Pick<MembersData, 'filter' | 'since' | 'sort' | 'q'> };

/** All members of the filter, or of the search, as a file. */
export function ExportButton({ shown }: Props) {
  const { memberList: texts } = useTexts();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const file = await fileAt(`/app/members/export${listAddress(shown)}`);
    setBusy(false);
    if (file) saveFile(file, 'members.csv');
    window.shopify.toast.show(file ? texts.exported : texts.notExported, { isError: !file });
  };
  return (
    <Button variant="plain" loading={busy} onClick={() => void save()}>
      {texts.export}
    </Button>
  );
}
