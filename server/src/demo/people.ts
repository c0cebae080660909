/** Somebody who works at the demo's company. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly place: string;
  readonly about: string;
  readonly avatar: string;
  /** May change the portal's settings. */
  readonly isAdmin: boolean;
}

const person = (id: string, name: string, role: string, place: string, about: string): Person => ({
  id,
  name,
  role,
  place,
  about,
  avatar: `/assets/avatars/${id}.svg`,
  isAdmin: id === 'alice',
});

export const PEOPLE: readonly Person[] = [
  person('alice', 'Alice Martin', 'Product design', 'Lyon', 'Draws the booking screens. Call me before you move a button.'),
  person('bob', 'Bob Chen', 'Harbour operations', 'Rotterdam', 'Keeps the berths and the night shift in order.'),
  person('carol', 'Carol Diaz', 'Customer care', 'Valencia', 'Answers what the handbook does not. Spanish, French, English.'),
  person('dave', 'Dave Okafor', 'Finance', 'Lagos', 'Invoices, tariffs, and the coffee fund.'),
];

/** Whoever has left is still to be read, but has no account: nobody can call them. */
export const FORMER: readonly Person[] = [person('erin', 'Erin Novak', 'Harbour operations', 'Split', 'Was here until spring.')];

export const findPerson = (id: string): Person | undefined => PEOPLE.find((person) => person.id === id);

export const everyoneBut = (id: string): readonly Person[] => PEOPLE.filter((person) => person.id !== id);
