import { escaped, linked } from './linked-text';

test('what somebody wrote cannot become part of the page', () => {
  expect(escaped(`<img src=x onerror="alert('1')">&`)).toBe(
    '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;',
  );
  expect(linked('<script>alert(1)</script> javascript:alert(1)')).not.toContain('<');
  expect(linked('http://a.example/"onclick="x')).toBe(
    '<a href="http://a.example/">http://a.example/</a>&quot;onclick=&quot;x',
  );
});

test('links can carry what the page needs', () => {
  expect(linked('http://a.example', ' rel="x"')).toBe('<a href="http://a.example" rel="x">http://a.example</a>');
});

test('an address in a text is a link, without the full stop that follows it', () => {
  const link = '<a href="https://a.example/x?y=1&amp;z=2">https://a.example/x?y=1&amp;z=2</a>';
  expect(linked('See https://a.example/x?y=1&z=2. Or (https://a.example/x?y=1&z=2)!')).toBe(
    `See ${link}. Or (${link})!`,
  );
  expect(linked('no address: https:// ftp://a.example')).toBe('no address: https:// ftp://a.example');
});
