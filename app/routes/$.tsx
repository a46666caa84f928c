/** Everything that is no page: no document, no script, no word in the log. */
export function loader() {
  return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } });
}
