import { aColleague } from './staff-api';
import { expect, pressEnter, signIn, test } from './watched';

test('a client who looks like another is registered by keyboard, found by phone, and taken at their word about messages', async ({
  page,
  stack,
}) => {
  test.setTimeout(180_000);
  const desk = await aColleague(stack);
  await signIn(page, stack, 'front_desk');
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
  await page.getByRole('table', { name: 'Clients' }).getByRole('link').first().waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Register a client' });
  const field = (name: string) => dialog.getByLabel(name);

  // what is missing stands at its field, and the first of it has the focus
  await expect(field('First name')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field('First name')).toHaveAccessibleDescription(/Fill this in/);
  await expect(field('First name')).toBeFocused();

  await page.keyboard.type('Ana');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Whitfield');
  await field('Birth date').focus();
  await page.keyboard.type('05041990');
  await field('Mobile phone').fill('212 555');
  const email = dialog.getByRole('textbox', { name: 'Email' });
  await email.fill('other.ana@client.example');
  await dialog.getByRole('checkbox', { name: 'Text messages' }).press('Space');
  await dialog.getByRole('checkbox', { name: 'Email' }).press('Space');
  await email.press('Enter');

  // the likely double is shown before anyone is registered twice; what was typed can be gone back to
  const double = dialog.getByRole('button', { name: 'It is this one: Ana Whitfield, No. 1001' });
  await expect(double).toBeVisible();
  await expect(dialog.getByRole('heading', { name: 'Someone like this is registered' })).toBeFocused();
  await pressEnter(dialog.getByRole('button', { name: 'Change what was typed' }));
  await expect(field('Last name')).toHaveValue('Whitfield');
  await email.press('Enter');
  await pressEnter(dialog.getByRole('button', { name: 'This is someone else' }));

  // the number is no number: the form is back with all of it, and the error at its field
  await expect(field('Mobile phone')).toHaveAccessibleDescription('Write a phone number with area code');
  await expect(field('Mobile phone')).toBeFocused();
  await field('Mobile phone').fill('(212) 555-0177');
  await page.keyboard.press('Enter');
  await pressEnter(dialog.getByRole('button', { name: 'This is someone else' }));
  await expect(page.getByRole('heading', { level: 1, name: /Ana Whitfield/ })).toBeVisible();
  await expect(page.getByText('Ana Whitfield is registered')).toBeVisible();
  const address = page.url();

  // from anywhere, by the number
  await page.keyboard.press('g');
  await page.keyboard.press('w');
  await page.getByRole('heading', { level: 1, name: 'Work' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('555-0177');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(address);

  // booked meanwhile by a colleague: it comes to the page, with what happens next
  const client = await desk.client('5550177');
  await desk.book(client, 8);
  const ahead = page.getByRole('table', { name: 'Ahead' });
  await expect(ahead.getByRole('row').nth(1)).toContainText('Email reminder');

  // no email any more: first what falls away, then it does, on the page as well
  await pressEnter(page.getByRole('button', { name: 'Email: withdraw' }));
  const withdraw = page.getByRole('dialog', { name: 'Ana Whitfield does not want email any more' });
  await expect(withdraw.getByRole('listitem').filter({ hasText: 'falls away' })).toHaveCount(1);
  await expect(withdraw.getByRole('button', { name: 'Back' })).toBeFocused();
  await pressEnter(withdraw.getByRole('button', { name: 'Withdraw consent' }));
  await expect(withdraw).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Email: client agrees' })).toBeVisible();
  await expect(ahead.getByRole('row').nth(1)).toContainText('Text reminder');
  await expect(page.getByRole('complementary', { name: 'What happened' })).toContainText('Consent withdrawn');

  // given again: what is still of use comes back
  await pressEnter(page.getByRole('button', { name: 'Email: client agrees' }));
  const give = page.getByRole('dialog', { name: 'Ana Whitfield agrees to email' });
  await expect(give.getByRole('listitem').filter({ hasText: 'An email goes out' })).toHaveCount(1);
  await pressEnter(give.getByRole('button', { name: 'Save consent' }));
  await expect(ahead.getByRole('row').nth(1)).toContainText('Email reminder');
});

test('two people edit one client: both versions are shown, nothing typed is lost, and mine is saved on top of theirs', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const desk = await aColleague(stack);
  const priya = await desk.client('priya raman');
  await signIn(page, stack, 'front_desk');
  await page.goto(`/clients/${priya.id}`);
  await page.getByRole('heading', { level: 1, name: /Priya Raman/ }).waitFor();
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: /^Edit / }); // the name in its title is the client’s as it is now
  await dialog.getByLabel('Goes by').fill('Pri');
  await desk.call('POST', `clients/${priya.id}/change`, { preferredName: 'Priyanka', pronouns: 'they' }, priya.version);
  // theirs is on the page already; the form keeps what was typed
  await expect(page.locator('h1')).toContainText('Priyanka Raman');
  await expect(dialog.getByLabel('Goes by')).toHaveValue('Pri');
  await dialog.getByLabel('Goes by').press('Enter');
  const conflict = page.getByRole('dialog', { name: 'Someone changed this while you were typing' });
  await expect(conflict.getByRole('row', { name: /Goes by/ })).toContainText('Priyanka');
  await expect(conflict.getByRole('row', { name: /Goes by/ })).toContainText('changed by both');
  await expect(conflict.getByRole('row', { name: /Pronouns/ })).toContainText('they');
  await pressEnter(conflict.getByRole('button', { name: 'Save mine' }));
  await expect(page.locator('h1')).toContainText('Pri Raman');
  await expect(page.locator('h1')).toContainText('they');
});
