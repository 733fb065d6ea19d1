/** Signing in and out, and a session that ends. */
export const session = {
  title: 'Sign in',
  email: 'Email',
  password: 'Password',
  signIn: 'Sign in',
  whichPractice: 'Which practice?',
  signOut: 'Sign out',
  signOutFailed: 'You are still signed in: the server could not be reached.',
  checking: 'One moment…',
  ended: {
    title: 'You were signed out',
    idle: 'Nobody touched this page for {minutes} minutes. Sign in to go on where you were; nothing you typed is lost.',
    elsewhere: 'Your session ended. Sign in to go on where you were; nothing you typed is lost.',
    other: 'Sign in as someone else',
  },
  warning: {
    title: 'Still there?',
    text: 'You will be signed out in {time}, because nobody has touched this page.',
    stay: 'Stay signed in',
  },
  unreachable: { title: 'Kept cannot be reached', remedy: 'Check the connection. This page tries again by itself.' },
} as const;
