import { staffRoles } from '../../domain/access/roles';
import { type TestPractice, aClient, aPractice, aWorld } from '../builders/practice';

const world = aWorld();
let practice: TestPractice;
const people: Record<string, string> = {};

beforeAll(async () => {
  practice = await aPractice(world());
  const person = async (
    name: string,
    preferredName: string | null,
    birthDate: string,
    mobile: string,
    mine = false,
  ) => {
    const [firstName = '', lastName = ''] = name.split('|');
    people[name] = await aClient(practice, {
      firstName,
      lastName,
      preferredName,
      birthDate,
      contacts: [{ kind: 'mobile', value: mobile, leaveMessage: false }],
      consents: [],
      clinicians: mine ? [practice.clinician] : [],
    });
  };
  await person('Maria|Garcia-Lopez', null, '1980-01-02', '+12125550111', true);
  await person('Mark|Lo', 'Marky', '1990-05-04', '+12125550122');
  await person('Li|O’Brien', null, '1990-05-04', '+13105550133', true);
  await person('100%|Sure_Thing', null, '2001-07-08', '+13105550144');
  await person('Back\\slash|Person', null, '2001-07-09', '+13105550155');
  // same name, another practice
  await aClient(await aPractice(world()), { firstName: 'Maria', lastName: 'Garcia-Lopez' });
});

interface Search {
  readonly words?: readonly string[];
  readonly digits?: string;
  readonly birth?: string;
  readonly limit?: number;
}
const search = async (given: Search, role: (typeof staffRoles)[number] = 'front_desk'): Promise<readonly string[]> => {
  const found = await practice.as(
    role,
    (tx) =>
      tx.all<{
        id: string;
      }>`select s as id from kernel.search_clients(${[...(given.words ?? [])]}::text[], ${given.digits ?? null}, ${given.birth ?? null}, ${given.limit ?? 20}) s`,
  );
  return found.map((row) => Object.entries(people).find(([, id]) => id === row.id)?.[0] ?? 'a stranger');
};

test.each<[string, Search, readonly string[]]>([
  ['a part of a name, whatever the case', { words: ['GARC'] }, ['Maria|Garcia-Lopez']],
  ['the middle of a name', { words: ['rien'] }, ['Li|O’Brien']],
  ['all of the words, in any order', { words: ['lopez', 'mar'] }, ['Maria|Garcia-Lopez']],
  ['no one, when one word is another’s', { words: ['garcia', 'mark'] }, []],
  ['the name someone goes by', { words: ['marky'] }, ['Mark|Lo']],
  ['a short word at the beginning of a name only', { words: ['lo'] }, ['Mark|Lo']],
  ['a short word beside a long one', { words: ['l', 'brien'] }, ['Li|O’Brien']],
  ['sorted by last and first name', { words: ['mar'] }, ['Maria|Garcia-Lopez', 'Mark|Lo']],
  ['a birth date', { birth: '1990-05-04' }, ['Mark|Lo', 'Li|O’Brien']],
  ['a birth date and a word', { birth: '1990-05-04', words: ['mark'] }, ['Mark|Lo']],
  ['the last digits of a phone number', { digits: '0133' }, ['Li|O’Brien']],
  ['the first digits of a phone number', { digits: '2125550' }, ['Maria|Garcia-Lopez', 'Mark|Lo']],
  ['a whole number, its country and punctuation too', { digits: '+1 (212) 555-0122' }, ['Mark|Lo']],
  ['a per cent sign as itself', { words: ['%'] }, []],
  ['a per cent sign in a longer word as itself', { words: ['100%'] }, ['100%|Sure_Thing']],
  ['an underscore as itself', { words: ['sure_thing'] }, ['100%|Sure_Thing']],
  ['an underscore that stands for nothing else', { words: ['m_rk'] }, []],
  ['a backslash as itself', { words: ['back\\'] }, ['Back\\slash|Person']],
  ['a backslash alone', { words: ['\\'] }, []],
  ['wildcards for digits as nothing', { digits: '%' }, []],
  ['a backslash for digits as nothing', { digits: '\\' }, []],
  ['no more than the limit', { words: ['mar'], limit: 1 }, ['Maria|Garcia-Lopez']],
])('it finds %s', async (_, given, expected) => {
  const found = await search(given);
  expect(given.digits === undefined ? found : found.toSorted()).toEqual(expected);
});

test('a clinician finds her own clients only, by name, by phone and by birth date', async () => {
  expect(await search({ words: ['mar'] }, 'clinician')).toEqual(['Maria|Garcia-Lopez']);
  expect(await search({ digits: '2125550' }, 'clinician')).toEqual(['Maria|Garcia-Lopez']);
  expect(await search({ birth: '1990-05-04' }, 'clinician')).toEqual(['Li|O’Brien']);
  expect(await search({ words: ['100%'] }, 'clinician')).toEqual([]);
});

test.each(staffRoles)('as %s, search finds whom the policy shows, no one more', async (role) => {
  const shown = await practice.as(
    role,
    (tx) => tx.all<{ id: string }>`select id from clients where practice_id = ${practice.id}`,
  );
  const found = await search({}, role);
  expect(found.toSorted()).toEqual(
    Object.entries(people)
      .filter(([, id]) => shown.some((row) => row.id === id))
      .map(([name]) => name)
      .toSorted(),
  );
});

test('a contact that has ended finds nobody', async () => {
  const clientId = await aClient(practice, {
    contacts: [{ kind: 'mobile', value: '+16465550199', leaveMessage: false }],
    consents: [],
  });
  people['Ended'] = clientId;
  expect(await search({ digits: '6465550199' })).toEqual(['Ended']);
  await practice.as('front_desk', (tx) =>
    tx
      .rows('client_contacts')
      .where({ practice_id: practice.id, client_id: clientId })
      .update({ ended_at: new Date() }),
  );
  expect(await search({ digits: '6465550199' })).toEqual([]);
});

test('a portal account and a service find nobody by search', async () => {
  const found = await practice.as(
    { practiceId: practice.id, service: 'core' },
    (tx) => tx.all`select kernel.search_clients('{}', null, null, 20)`,
  );
  expect(found).toEqual([]);
});
