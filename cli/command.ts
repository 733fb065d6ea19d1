import type { ParseArgsConfig } from 'node:util';

/** How a command ended, as the shell sees it. */
export type ExitCode = 0 | 1 | 2;

/** What a command may use: its words and flags, where it prints, and whether people or scripts read it. */
export interface CommandCall {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  /** `--json`: one JSON document (or one a line) on standard output, nothing else. */
  readonly json: boolean;
  print(line: string): void;
  complain(line: string): void;
}

/** One command of `kept`, in one file. `name` is what is typed: `db migrate`. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly flags?: NonNullable<ParseArgsConfig['options']>;
  run(call: CommandCall): Promise<ExitCode>;
}
