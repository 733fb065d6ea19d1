/** What a suite needs to be up before it runs. */
export type Need = 'postgres' | 'temporal' | 'temporal-cli' | 'browser';

export type Suite = { readonly needs: readonly Need[] } & (
  | { readonly kind: 'check'; readonly command: readonly string[] }
  | { readonly kind: 'jest' }
  | { readonly kind: 'playwright' }
);

const check = (...command: readonly string[]): Suite => ({ kind: 'check', command, needs: [] });
const jest = (...needs: readonly Need[]): Suite => ({ kind: 'jest', needs });
const playwright = (...needs: readonly Need[]): Suite => ({ kind: 'playwright', needs });

/** Every suite, the quick ones first. A check is one test; a jest or Playwright suite is the project of that name. */
export const suites = {
  format: check('node_modules/oxfmt/bin/oxfmt', '--check', '.'),
  lint: check('node_modules/oxlint/bin/oxlint', '--type-aware'),
  walls: jest(),
  types: check('node_modules/typescript/bin/tsc'),
  unused: check('node_modules/knip/bin/knip.js'),
  unit: jest(),
  database: jest('postgres'),
  workflow: jest('postgres', 'temporal'),
  replay: jest(),
  journeys: playwright('temporal-cli', 'browser'),
  axe: playwright('temporal-cli', 'browser'),
} as const satisfies Readonly<Record<string, Suite>>;

export type SuiteName = keyof typeof suites;
export const suiteNames = Object.keys(suites) as readonly SuiteName[];
