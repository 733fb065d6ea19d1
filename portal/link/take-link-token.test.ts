import { takeLinkToken } from './take-link-token';

const at = (pathname: string) => {
  const shown: string[] = [];
  const token = takeLinkToken({ pathname }, { replaceState: (_state, _title, url) => void shown.push(String(url)) });
  return { token, shown };
};

test('the token is taken, and the address no longer shows it', () => {
  expect(at('/a/AZ_-09')).toEqual({ token: 'AZ_-09', shown: ['/a'] });
  expect(at('/a/AZ_-09/')).toEqual({ token: 'AZ_-09', shown: ['/a'] });
});

test('what is no token is none, and goes from the address too', () => {
  expect(at('/a/half a token')).toEqual({ token: undefined, shown: ['/a'] });
});

test('other places stay as they are', () => {
  expect(at('/')).toEqual({ token: undefined, shown: [] });
  expect(at('/about')).toEqual({ token: undefined, shown: [] });
});
