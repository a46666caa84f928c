/** A page outside Shopify's admin, where Polaris and App Bridge have nothing to do. */
export function PlainPage({ lines }: { lines: readonly { language: string; text: string }[] }) {
  return (
    <main
      style={{
        fontFamily: 'system-ui, sans-serif',
        maxWidth: '32rem',
        margin: '20vh auto',
        padding: '0 1rem',
      }}
    >
      {lines.map(({ language, text }) => (
        <p key={language} lang={language}>
          {text}
        </p>
      ))}
    </main>
  );
}
