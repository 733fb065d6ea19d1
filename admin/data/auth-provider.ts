import type { AuthProvider } from 'react-admin';
import { sessionOf } from '../../browser/session/session';
import type { SessionStore } from '../../browser/session/session-store';

/**
 * What react-admin asks about the person. Signing in and out is the shell's: the sign-in page stands before react-admin, and a
 * session that ends leaves the page where it is. So nothing here ever sends anyone away. Rights are the server's own names
 * (`useMay('schedule.change')`): without `canAccess` react-admin asks for none of its own.
 */
export const createAuthProvider = (store: SessionStore): AuthProvider => ({
  login: () => Promise.resolve(),
  logout: () => Promise.resolve(false),
  checkAuth: () => Promise.resolve(),
  checkError: () => Promise.resolve(),
  getIdentity: () => {
    const session = sessionOf(store.state());
    return session
      ? Promise.resolve({ id: session.person.initials, fullName: session.person.name })
      : Promise.reject(new Error('nobody is signed in'));
  },
  getPermissions: () => Promise.resolve(sessionOf(store.state())?.capabilities ?? []),
});
