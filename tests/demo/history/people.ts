// Who bought at the demo's shop within its three months, beside those of the catalogue; all of them made up.

type Named = [firstName: string, lastName: string];

/** One in four speaks French. */
const ENGLISH: Named[] = [
  ['Anna', 'Lindqvist'],
  ['Ciarán', 'Doyle'],
  ['Maja', 'Kowalska'],
  ['Oisín', 'Kelly'],
  ['Ruth', 'Adeyemi'],
  ['Liam', 'Walsh'],
  ['Sofia', 'Marino'],
  ['Eoin', 'Murphy'],
  ['Hana', 'Novak'],
  ['Declan', 'Reilly'],
  ['Grace', 'Okafor'],
  ['Niamh', 'Gallagher'],
  ['Henrik', 'Sørensen'],
  ['Fiona', 'Nolan'],
  ['Samir', 'Haddad'],
  ['Orla', 'Brennan'],
  ['Lucy', 'Hartley'],
  ['Mateus', 'Ferreira'],
  ['Sinéad', 'Dunne'],
  ['Tom', 'Hughes'],
  ['Yuki', 'Tanaka'],
  ['Róisín', 'Quinn'],
  ['Marta', 'Vidal'],
  ['Cormac', 'Lynch'],
  ['Ellen', 'Fitzgerald'],
  ['Nikos', 'Georgiou'],
  ['Saoirse', 'Power'],
  ['David', 'Cohen'],
  ['Ingrid', 'Bakker'],
  ['Patrick', 'Hayes'],
  ['Leila', 'Rahimi'],
  ['Conor', 'Daly'],
  ['Deirdre', 'Foley'],
  ['Arjun', 'Menon'],
  ['Kate', 'Sheridan'],
];
const FRENCH: Named[] = [
  ['Camille', 'Durand'],
  ['Julien', 'Moreau'],
  ['Élodie', 'Lambert'],
  ['Antoine', 'Girard'],
  ['Margaux', 'Petit'],
  ['Théo', 'Bonnet'],
  ['Manon', 'Lefèvre'],
  ['Hugo', 'Marchand'],
  ['Inès', 'Rousseau'],
  ['Baptiste', 'Leroy'],
  ['Zoé', 'Tremblay'],
];

export type Person = { firstName: string; lastName: string; email: string; locale: 'en' | 'fr' };

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll('ø', 'o')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();

const person =
  (locale: Person['locale']) =>
  ([firstName, lastName]: Named): Person => ({
    firstName,
    lastName,
    email: `${plain(firstName)}.${plain(lastName)}@example.com`,
    locale,
  });

const french = FRENCH.map(person('fr'));

/** In the order in which they came. */
export const PEOPLE: Person[] = ENGLISH.map(person('en')).flatMap((one, index) => {
  const next = index % 3 === 2 ? french[(index - 2) / 3] : undefined;
  return next ? [one, next] : [one];
});
