/** What every picture of the guide measures on a page; the files have twice as many pixels. */
export const GUIDE_PICTURE = { width: 480, height: 280 };

const FOLDER = '../../docs/merchant/pictures';
const addresses = import.meta.glob<string>('../../docs/merchant/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The address of a picture by its file's name. */
export function guidePicture(file: string): string | undefined {
  return addresses[`${FOLDER}/${file}`];
}
