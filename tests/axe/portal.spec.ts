import { letDaysPass } from '../journeys/let-time-pass';
import { theSandbox } from '../journeys/message-sandbox';
import { aColleague } from '../journeys/staff-api';
import { expect, test } from '../journeys/watched';
import { bothSides } from './both-sides';

test.use({ viewport: { width: 360, height: 740 } });

test('a message’s link, as it stands, confirmed, changed, cancelled, expired and cut short', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const sides = bothSides();
  const desk = await aColleague(stack);
  const sandbox = theSandbox(stack);
  const bea = await desk.client('bea lindholm');
  const known = await sandbox.linksTo(bea.email ?? '');
  const booked = await desk.book(bea, 6);
  await desk.sendNow(booked.id);
  const link = await sandbox.linkTo(bea.email ?? '', known);
  const open = async (heading: string) => {
    await page.goto(link);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  };

  await open('Your appointment');
  await sides.see(page, 'link');
  await page.getByRole('button', { name: 'I will come' }).first().click();
  await page.getByText('Thank you').waitFor();
  await sides.see(page, 'link, confirmed');
  const moved = await desk.move(booked.id, 8);
  await open('Your appointment');
  await page.getByText('This has changed since our message').waitFor();
  await sides.see(page, 'link, changed');
  await desk.call('POST', `appointments/${booked.id}/cancel`, { reason: 'client_asked' }, moved.version);
  await open('This appointment is cancelled');
  await sides.see(page, 'link, cancelled');
  await letDaysPass(stack, booked.id, 12);
  await open('This link has expired');
  await sides.see(page, 'link, expired');
  await page.goto(link.slice(0, -9));
  await page.getByRole('heading', { name: 'This link is not complete' }).waitFor();
  await sides.see(page, 'link, cut short');
  expect(sides.found).toEqual([]);
});

test('signing in in both languages, home, and what is not there', async ({ page, stack }) => {
  test.setTimeout(120_000);
  const sides = bothSides();
  const { email, password } = stack.login('client');
  await page.goto(stack.portalUrl);
  await page.getByRole('radio', { name: 'Español' }).click();
  await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
  await sides.see(page, 'sign-in, Spanish');
  await page.getByRole('radio', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
  await sides.see(page, 'sign-in with errors');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('article').waitFor();
  await sides.see(page, 'home');
  await page.getByRole('button', { name: /Account of/ }).click();
  await page.getByRole('menu').waitFor();
  await sides.see(page, 'account menu');
  await page.goto(`${stack.portalUrl}/nowhere`);
  await page.getByRole('heading', { name: 'This page is not here' }).waitFor();
  await sides.see(page, 'no such page');
  expect(sides.found).toEqual([]);
});
