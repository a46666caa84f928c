import { useCallback, useRef, useState } from 'react';

const MOBILE_PX = 320;
/** The column beside the rules is narrow: a desktop's page is shown at this size, so that it is laid out as wide. */
const DESKTOP_SCALE = 0.6;
const FIRST_PX = 120;

type Props = { html: string; title: string; mobile: boolean };

/** A page of the storefront without scripts. It may be measured, so that it takes the room it needs and no more. */
export function PreviewFrame({ html, title, mobile }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(FIRST_PX);
  const measure = useCallback(() => {
    const content = frame.current?.contentDocument?.body;
    if (content) setHeight(content.offsetHeight);
  }, []);
  const scale = mobile ? 1 : DESKTOP_SCALE;
  const style = {
    width: `${100 / scale}%`,
    ...(mobile ? { maxWidth: MOBILE_PX } : {}),
    height,
    border: 0,
    display: 'block',
    transform: `scale(${scale})`,
    transformOrigin: '0 0',
  };
  return (
    <div style={{ height: height * scale, overflow: 'hidden' }}>
      <iframe
        // Another width is another height: the frame is loaded, and measured, anew.
        key={String(mobile)}
        ref={frame}
        title={title}
        srcDoc={html}
        sandbox="allow-same-origin"
        onLoad={measure}
        style={style}
      />
    </div>
  );
}
