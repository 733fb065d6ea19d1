import type { Session, SignInAnswer } from './session';
import { type SessionApi, type SessionWindows, createSessionStore } from './session-store';

const session = (name: string): Session => ({
  person: { membershipId: name, name, initials: name.slice(0, 2) },
  practice: { id: 'elm', name: 'Elm Street', zone: 'America/New_York' },
  roles: [],
  capabilities: [],
  idleAt: 0,
  expiresAt: 0,
  idleSeconds: 900,
  preferences: { theme: 'light' },
});

const opened = (name: string): SignInAnswer => ({ kind: 'signed_in', session: session(name) });

function aStore(more: Partial<SessionApi> = {}, windows?: SessionWindows) {
  const startAnew = jest.fn();
  const api: SessionApi = {
    read: () => Promise.resolve(session('Mira')),
    open: () => Promise.resolve(opened('Mira')),
    close: () => Promise.resolve(),
    ...more,
  };
  return { store: createSessionStore(api, startAnew, windows), startAnew };
}
const credentials = { email: 'a@example.com', password: 'x' };

test('who is signed in is asked of the server, and not reaching it is a state of its own', async () => {
  const { store } = aStore();
  expect(store.state().kind).toBe('unknown');
  await store.load();
  expect(store.state()).toMatchObject({ kind: 'signed_in', session: { person: { name: 'Mira' } } });
  const out = aStore({ read: () => Promise.resolve(undefined) });
  await out.store.load();
  const lost = aStore({ read: () => Promise.reject(new Error('offline')) });
  await lost.store.load();
  expect([out.store.state().kind, lost.store.state().kind]).toEqual(['signed_out', 'unreachable']);
});

test('a session that ends keeps its page; whoever waited goes on when the same person signs in again', async () => {
  const { store, startAnew } = aStore();
  await store.load();
  store.end('idle');
  store.end('elsewhere');
  expect(store.state()).toMatchObject({ kind: 'ended', why: 'idle' });
  const waited = store.signedIn();
  await store.signIn(credentials);
  await waited;
  expect(store.state().kind).toBe('signed_in');
  expect(startAnew).not.toHaveBeenCalled();
});

test('when someone else signs in, the page begins anew and those who waited never go on', async () => {
  let who = 'Mira';
  const { store, startAnew } = aStore({ open: async () => opened(who) });
  await store.load();
  store.end('elsewhere');
  let went = false;
  void store.signedIn().then(() => (went = true));
  who = 'Jonas';
  await store.signIn(credentials);
  await Promise.resolve();
  expect([startAnew.mock.calls.length, store.state().kind, went]).toEqual([1, 'ended', false]);
});

test('a wrong password changes nothing', async () => {
  const { store } = aStore({ open: () => Promise.reject(new Error('wrong_credentials')) });
  await store.load();
  store.end('idle');
  await expect(store.signIn(credentials)).rejects.toThrow('wrong_credentials');
  expect(store.state().kind).toBe('ended');
});

test('signing out begins anew; while the server still holds the session, it does not pretend', async () => {
  const good = aStore();
  await good.store.load();
  await good.store.signOut();
  expect(good.startAnew).toHaveBeenCalledTimes(1);
  const bad = aStore({ close: () => Promise.reject(new Error('offline')) });
  await bad.store.load();
  await expect(bad.store.signOut()).rejects.toThrow('offline');
  expect([bad.startAnew.mock.calls.length, bad.store.state().kind]).toEqual([0, 'signed_in']);
});

test('waiting for a sign-in ends with the request that waits', async () => {
  const { store } = aStore();
  await store.load();
  store.end('idle');
  const abort = new AbortController();
  const waited = store.signedIn(abort.signal);
  abort.abort(new Error('gone'));
  await expect(waited).rejects.toThrow('gone');
});

test('a preference holds at once, and no longer than the page', async () => {
  const { store } = aStore();
  await store.load();
  store.prefer('theme', 'dark');
  expect(store.state()).toMatchObject({ session: { preferences: { theme: 'dark' } } });
});

describe('someone who works in several practices', () => {
  const practices = [
    { id: 'elm', name: 'Elm Street' },
    { id: 'oak', name: 'Oak Lane' },
  ];
  const asking = () => {
    const tried: unknown[] = [];
    const open: SessionApi['open'] = (credentials) => {
      tried.push(credentials.practiceId);
      return Promise.resolve(credentials.practiceId ? opened('Mira') : { kind: 'choose', practices });
    };
    return { tried, ...aStore({ open, read: () => Promise.resolve(undefined) }) };
  };

  test('is asked which, and signs in there', async () => {
    const { store } = asking();
    await store.load();
    expect(await store.signIn(credentials)).toEqual(practices);
    expect(store.state().kind).toBe('signed_out');
    expect(await store.signIn({ ...credentials, practiceId: 'oak' })).toBeUndefined();
    expect(store.state().kind).toBe('signed_in');
  });

  test('is not asked again behind a session that ended', async () => {
    const { store, tried } = asking();
    await store.signIn({ ...credentials, practiceId: 'elm' });
    store.end('idle');
    expect(await store.signIn(credentials)).toBeUndefined();
    expect(tried).toEqual(['elm', undefined, 'elm']);
    expect(store.state().kind).toBe('signed_in');
  });
});

test('asked again, a session that is over ends on the page, one that is open again goes on, and another person’s begins anew', async () => {
  let answer: Session | undefined = session('Mira');
  let reachable = true;
  const { store, startAnew } = aStore({
    read: () => (reachable ? Promise.resolve(answer) : Promise.reject(new Error('offline'))),
  });
  await store.check();
  expect(store.state().kind).toBe('unknown');
  await store.load();
  reachable = false;
  await store.check();
  expect(store.state().kind).toBe('signed_in');
  reachable = true;
  answer = undefined;
  await store.check();
  expect(store.state()).toMatchObject({ kind: 'ended', why: 'elsewhere' });
  answer = session('Mira');
  await store.check();
  expect(store.state().kind).toBe('signed_in');
  expect(startAnew).not.toHaveBeenCalled();
  answer = session('Jonas');
  await store.check();
  expect(startAnew).toHaveBeenCalledTimes(1);
});

test('whoever signs in or out tells the other windows, and a window that is told asks', async () => {
  let told: () => void = () => undefined;
  const tell = jest.fn();
  const read = jest.fn(() => Promise.resolve(session('Mira')));
  const { store } = aStore({ read }, { tell, hear: (listener) => (told = listener) });
  await store.signIn(credentials);
  expect(tell).toHaveBeenCalledTimes(1);
  told();
  expect(read).toHaveBeenCalledTimes(1);
  await store.signOut();
  expect(tell).toHaveBeenCalledTimes(2);
});
