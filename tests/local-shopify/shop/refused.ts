// What the shop refuses to do, in words for the merchant. Anything else that is thrown is a mistake of ours.
export class Refused extends Error {
  override name = 'Refused';
}
