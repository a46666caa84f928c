import { useCallback, useEffect, useRef, useState } from 'react';

/** Until it is measured; nobody sees it before. */
const FIRST_PX = 120;

type Props = {
  html: string;
  title: string;
  /** Called when the frame has the height of what is in it. */
  onFitted: () => void;
};

/** A page of the storefront without scripts, at its real size. It may be measured, so that it takes the room it needs and no more. */
export function PreviewFrame({ html, title, onFitted }: Props) {
  const { frame, height, watch } = useFittingHeight(onFitted);
  const style = { width: '100%', height, border: 0, display: 'block' };
  return (
    <iframe
      ref={frame}
      title={title}
      srcDoc={html}
      tabIndex={-1}
      sandbox="allow-same-origin"
      onLoad={watch}
      style={style}
    />
  );
}

/**
 * The keyboard passes by what can't be used in a picture: from within a frame, Escape wouldn't close the dialog around it. The
 * frame's own tabindex does it from the start; a frame that the keyboard passes by may hold nothing that it could reach.
 */
function passBy(body: HTMLElement): void {
  for (const one of body.querySelectorAll<HTMLElement>('a, button, input, select, summary'))
    one.tabIndex = -1;
}

/** The height of the page in the frame, whatever changes it: other content, another width, a font that comes late. */
function useFittingHeight(onFitted: () => void) {
  const frame = useRef<HTMLIFrameElement>(null);
  const observer = useRef<ResizeObserver | null>(null);
  const [height, setHeight] = useState(FIRST_PX);
  const watch = useCallback(() => {
    const body = frame.current?.contentDocument?.body;
    if (!body) return;
    passBy(body);
    observer.current?.disconnect();
    observer.current = new ResizeObserver(() => setHeight(body.offsetHeight));
    observer.current.observe(body);
    setHeight(body.offsetHeight);
    onFitted();
  }, [onFitted]);
  useEffect(() => () => observer.current?.disconnect(), []);
  return { frame, height, watch };
}
