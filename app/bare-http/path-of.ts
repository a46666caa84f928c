/** A request's path without its query. */
export function pathOf({ url = '' }: { url?: string | undefined }): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}
