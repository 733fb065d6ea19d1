/** What a suite needs to be up before it runs. */
export type Need = 'postgres' | 'temporal' | 'temporal-cli' | 'chromium' | 'pages' | 'gallery';

export type Suite = { readonly needs: readonly Need[] } & (
  | { readonly kind: 'check'; readonly commands: readonly (readonly string[])[] }
  | { readonly kind: 'jest' }
  | { readonly kind: 'playwright'; readonly workers: number }
);

const check = (...command: readonly string[]): Suite => ({ kind: 'check', commands: [command], needs: [] });
const jest = (...needs: readonly Need[]): Suite => ({ kind: 'jest', needs });
const playwright = (workers: number, ...needs: readonly Need[]): Suite => ({ kind: 'playwright', workers, needs });

const oxlint = 'node_modules/oxlint/bin/oxlint';
/** Sentences that people read are in the catalogue, not in the screens; the gallery's specimens are no screens. */
const literal = (what: string) => {
  const screens = ['--ignore-pattern', 'admin/design/gallery/**', 'admin', 'portal', 'browser'];
  return [oxlint, '-c', `dev/checks/literal-${what}.oxlintrc.json`, ...screens];
};

/** Every suite, the quick ones first. Each command of a check is one test; a jest or Playwright suite is the project of that name. */
export const suites = {
  format: check('node_modules/oxfmt/bin/oxfmt', '--check', '.'),
  lint: check(oxlint, '--type-aware'),
  words: { kind: 'check', commands: [literal('text'), literal('attributes')], needs: [] },
  walls: jest(),
  // what has not changed since the last time is not looked at again; its faults are told again all the same
  types: check('node_modules/typescript/bin/tsc', '--incremental', '--tsBuildInfoFile', '.kept/types.tsbuildinfo'),
  unused: check('node_modules/knip/bin/knip.js'),
  unit: jest(),
  programs: jest(),
  database: jest('postgres'),
  workflow: jest('postgres', 'temporal'),
  replay: jest(),
  size: { kind: 'check', commands: [['dist/dev/checks/bundle-size.js']], needs: ['pages'] },
  pieces: playwright(2, 'chromium', 'pages', 'gallery'),
  // each worker has a whole stack of its own, and people's machines have two cores
  journeys: playwright(1, 'temporal-cli', 'chromium', 'pages'),
  axe: playwright(1, 'temporal-cli', 'chromium', 'pages'),
} as const satisfies Readonly<Record<string, Suite>>;

export type SuiteName = keyof typeof suites;
export const suiteNames = Object.keys(suites) as readonly SuiteName[];
