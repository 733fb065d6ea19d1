/** Planted where people write and speak of people: whoever finds one of them outside Postgres has found a leak. */
export const canaries = {
  first: 'Zsofia',
  last: 'Quetzalbird',
  preferred: 'Zosia',
  phone: '2125550187',
  dialled: '555-0187',
  email: 'zsofia.q',
  born: '1971-03-09',
  bornAsTyped: '3/9/1971',
  diagnosis: 'F41.1',
  freeText: 'panic disorder',
  password: 'nine slow otters under the pier',
  mailPassword: 'late-owls-at-the-mill',
};

export const zsofia = {
  firstName: canaries.first,
  lastName: canaries.last,
  preferredName: canaries.preferred,
  pronouns: null,
  birthDate: canaries.born,
  zone: 'America/New_York',
  language: 'en',
  contacts: [
    { kind: 'mobile', value: `+1${canaries.phone}`, leaveMessage: false },
    { kind: 'email', value: `${canaries.email}@example.org`, leaveMessage: false },
  ],
  consents: ['sms', 'email'],
  clinicians: [],
  notADouble: false,
};

/** Which of them, and of more, stand where. */
export const leaksIn = (places: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) =>
  Object.entries(places).flatMap(([place, text]) =>
    Object.entries({ ...canaries, ...more })
      .filter(([, canary]) => text.toLowerCase().includes(canary.toLowerCase()))
      .map(([name]) => `${place}: ${name}`),
  );
