import { parseArgs } from 'node:util';
import type { Command, CommandCall, ExitCode } from './command';

type Output = Pick<CommandCall, 'print' | 'complain'>;

const everywhere = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

/** Finds the command whose name the words begin with, and runs it. Exit 2: the call itself is wrong. */
export async function runCommand(
  commands: readonly Command[],
  argv: readonly string[],
  output: Output,
): Promise<ExitCode> {
  const command = commands
    .toSorted((a, b) => b.name.length - a.name.length)
    .find((one) => `${argv.join(' ')} `.startsWith(`${one.name} `));
  if (!command) return overview(commands, argv, output);
  const parsed = parse(command, argv.slice(command.name.split(' ').length));
  if ('error' in parsed) {
    output.complain(`${parsed.error}\nusage: kept ${command.usage}`);
    return 2;
  }
  if (parsed.values['help']) {
    output.print(`kept ${command.usage}\n  ${command.summary}`);
    return 0;
  }
  return command.run({
    words: parsed.positionals,
    flags: parsed.values,
    json: parsed.values['json'] === true,
    ...output,
  });
}

function parse(command: Command, args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...everywhere, ...command.flags },
      allowPositionals: true,
    });
    return { values: values as CommandCall['flags'], positionals };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function overview(commands: readonly Command[], argv: readonly string[], output: Output): ExitCode {
  const asked = argv.length === 0 || argv.includes('--help') || argv.includes('-h');
  const lines = commands.map((one) => `  kept ${one.usage}\n      ${one.summary}`);
  const text = `kept: the operator's command line\n\n${lines.join('\n')}\n\nEvery command takes --json and --help.`;
  if (asked) output.print(text);
  else output.complain(`no command "${argv.join(' ')}"\n\n${text}`);
  return asked ? 0 : 2;
}
