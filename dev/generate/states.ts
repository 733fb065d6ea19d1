import { writeFile } from 'node:fs/promises';
import { type Life, stepsOf } from '../../domain/life';

/** docs/states.md: every life as a diagram and a table. */
export function statesPage(lives: readonly Life[]): string {
  const sections = lives.map((life) => [`## ${life.entity}`, diagram(life), tableOf(life)].join('\n\n'));
  return `${[head, ...sections].join('\n\n')}\n`;
}

export async function writeStatesPage(lives: readonly Life[], file: string): Promise<string> {
  await writeFile(file, statesPage(lives));
  return file;
}

const head = `# States

Every state machine of Kept, written by \`npm run generate -- states\` from \`domain/**/*-state.ts\`. The database holds the same
tables (\`kernel.entity_states\`) and refuses every step that they do not list, whoever takes it. A state without a way out is final.`;

function diagram(life: Life): string {
  const arrows = stepsOf(life).map((step) => `  ${step.from_state || '[*]'} --> ${step.to_state}: ${step.event}`);
  const ends = life.states.filter((state) => Object.keys(life.table[state] ?? {}).length === 0);
  return ['```mermaid', 'stateDiagram-v2', ...arrows, ...ends.map((state) => `  ${state} --> [*]`), '```'].join('\n');
}

function tableOf(life: Life): string {
  const rows = stepsOf(life).map((step) => `| ${step.from_state || '*new*'} | ${step.event} | ${step.to_state} |`);
  return ['| from | event | to |', '|---|---|---|', ...rows].join('\n');
}
