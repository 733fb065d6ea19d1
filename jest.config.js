/** One project per kind of test: what it needs decides its name. `x.test.ts` needs nothing, `x.program.test.ts` starts programs or servers of its own,
 * `x.db.test.ts` needs Postgres, `x.flow.test.ts` Postgres and Temporal;
 * `workflows/x.replay.test.ts` replays recorded histories, `tests/lint/x.walls.test.ts` lints what must be refused. */
const esmOnly = ['temporal-polyfill', 'temporal-utils', 'uuidv7'];
/** Outside of the folder for temporary files, which a run takes with it: what was transformed, and which files take long and go first. */
const cacheDirectory = `${__dirname}/.kept/jest`;
const base = {
  rootDir: __dirname,
  cacheDirectory,
  testEnvironment: 'node',
  transform: {
    '\\.(ts|tsx|js|mjs)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.kept/', '<rootDir>/tests/lint/fixtures/'],
};
/** What runs workflows shares one bundle of them. */
const bundled = {
  setupFilesAfterEnv: ['<rootDir>/tests/setup/database.ts'],
  globalSetup: '<rootDir>/tests/setup/workflow-bundle.ts',
  globalTeardown: '<rootDir>/tests/setup/forget-bundle.ts',
};
const project = (name, testRegex, more = {}) => ({ ...base, displayName: name, testRegex, ...more });

module.exports = {
  cacheDirectory,
  // a busy machine is no reason to fail
  testTimeout: 180_000,
  projects: [
    project('unit', ['^(?!.*\\.(db|flow|program|replay|walls)\\.test\\.tsx?$).*\\.test\\.tsx?$']),
    project('programs', ['\\.program\\.test\\.ts$']),
    project('walls', ['/tests/lint/.*\\.walls\\.test\\.ts$']),
    project('database', ['\\.db\\.test\\.ts$'], { setupFilesAfterEnv: ['<rootDir>/tests/setup/database.ts'] }),
    // what needs a browser or a server from elsewhere: `npm run verify:…` names the folder
    ...(process.env.KEPT_VERIFY ? [project('verify', [`${process.env.KEPT_VERIFY}/.*\\.verify\\.ts$`])] : []),
    project('workflow', ['\\.flow\\.test\\.ts$'], bundled),
    project('replay', ['/workflows/.*\\.replay\\.test\\.ts$'], bundled),
  ],
};
