/** The statements of a migration, in one line each: without comments, and with function bodies left out (they run later). */
export function statementsOf(sql: string): readonly string[] {
  return sql
    .replaceAll(/(\$\w*\$)[\s\S]*?\1/g, "''")
    .replaceAll(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.replaceAll(/\s+/g, ' ').trim())
    .filter((statement) => statement !== '');
}

/** What an ALTER TABLE does to which table, action by action; no table for any other statement. */
export function actionsOf(statement: string): { readonly table?: string; readonly actions: readonly string[] } {
  const [, table, rest] = /^alter table (?:if exists )?(?:only )?([\w.]+) (.*)$/i.exec(statement) ?? [];
  return table && rest ? { table, actions: splitAtCommas(rest) } : { actions: [] };
}

/** At commas that stand in no parenthesis. */
function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (text[at] !== ',' || depth > 0) continue;
    parts.push(text.slice(from, at).trim());
    from = at + 1;
  }
  return [...parts, text.slice(from).trim()];
}
