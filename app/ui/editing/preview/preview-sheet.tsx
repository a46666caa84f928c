import { Button, Modal } from '@shopify/polaris';
import { useRef, useState, type ReactNode } from 'react';
import { useTexts } from '#app/ui/shell/use-texts.ts';

/** On a phone: the preview behind a button. */
export function PreviewSheet({ children }: { children: ReactNode }) {
  const { overview, program } = useTexts();
  const [open, setOpen] = useState(false);
  /** Around the button: the keyboard goes back there. */
  const from = useRef<HTMLDivElement>(null);
  return (
    <div className="edit-page-sheet">
      <div ref={from}>
        <Button fullWidth size="large" onClick={() => setOpen(true)}>
          {overview.showPreview}
        </Button>
      </div>
      <Modal
        open={open}
        activator={from}
        onClose={() => setOpen(false)}
        title={program.preview.heading}
        titleHidden
      >
        {children}
      </Modal>
    </div>
  );
}
