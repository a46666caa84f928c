/** What every picture of the guide measures on a page; the files have twice as many pixels. */
export const GUIDE_PICTURE = { width: 480, height: 280 };
/** What it measures on a phone, where the first would be too small to be read. */
export const PHONE_PICTURE = { width: 320, height: 310 };

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

/** The address of the same, as it is taken for phones. */
export function phonePicture(file: string): string | undefined {
  return guidePicture(file.replace(/\.png$/, '-phone.png'));
}
