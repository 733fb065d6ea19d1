/** The client portal's frame. */
export const portal = {
  name: 'Kept',
  skip: 'Skip to content',
  greeting: { morning: 'Good morning, {name}', afternoon: 'Good afternoon, {name}', evening: 'Good evening, {name}' },
  crisis: 'In crisis? Call or text {line}, any time. In danger? {emergency}.',
  account: 'Account of {name}',
  signInLead: 'Sign in to see your appointments, messages and bills.',
  language: 'Language',
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark', system: 'As the system' },
  offline: 'No connection. You can read what is open; changes are not sent.',
  notFound: { title: 'This page is not here', remedy: 'The link may be old.', home: 'Go to the start page' },
} as const;
