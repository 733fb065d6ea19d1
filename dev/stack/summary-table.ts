import type { RunFile } from './run-file';

/** What a person needs after a start, in one look. */
export function summaryTable(run: Omit<RunFile, 'pids'>): string {
  const places: readonly (readonly [string, string])[] = [
    ['console', run.consoleUrl],
    ['portal', run.portalUrl],
    ['message sandbox', run.sandboxUrl],
    ['payer simulator', run.payerUrl],
    ['Temporal UI', run.temporalUiUrl ?? 'not started'],
    ['API documentation', run.apiDocsUrl],
  ];
  const logins = run.logins.map(({ role, email, password, totpSecret }) => [role, email, password, totpSecret ?? '']);
  const signIns =
    logins.length > 0
      ? columns([['sign in as', 'e-mail', 'password', 'code secret (TOTP)'], ...logins])
      : ['no demo practice: make the first one with  npm run kept -- --help'];
  return ['', ...columns(places), '', ...signIns, ''].join('\n');
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0))) ?? [];
  return rows.map((row) => `  ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd());
}
