import { readOptions } from './options';

test('without options everything is as the documentation says', () => {
  expect(readOptions([])).toEqual({ fresh: false, empty: false, port: 4600, quiet: false, ui: true });
});

test('every option is understood', () => {
  expect(readOptions(['--fresh', '--empty', '--port', '5000', '--quiet', '--no-ui'])).toEqual({
    fresh: true,
    empty: true,
    port: 5000,
    quiet: true,
    ui: false,
  });
});

test.each([[['--bogus']], [['--port', 'x']], [['--port', '0']], [['--port', '70000']], [['word']]])(
  '%j is refused with the usage',
  (argv) => {
    expect(() => readOptions(argv)).toThrow(/npm start -- \[options\]/);
  },
);

test('help is an answer, not an error', () => {
  expect(readOptions(['--help'])).toContain('--fresh');
});
