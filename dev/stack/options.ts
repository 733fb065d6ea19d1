import { parseArgs } from 'node:util';
import { Stopped } from './stopped';

export interface StackOptions {
  /** Forget everything and begin anew. */
  readonly fresh: boolean;
  /** No demo practice. */
  readonly empty: boolean;
  /** The console's port; the others follow it. */
  readonly port: number;
  /** Only warnings and the last line. */
  readonly quiet: boolean;
  /** Temporal's own web page. */
  readonly ui: boolean;
}

export const standardPort = 4600;
/** Leaves room above for the ports that follow it. */
const highestPort = 65_000;

const usage = `npm start -- [options]
  --fresh     forget everything and begin anew
  --empty     no demo practice
  --port N    the console's port (${standardPort}); the others follow it
  --quiet     print only warnings and the last line
  --no-ui     do without Temporal's own web page`;

/**
 * @returns the usage when that is asked for
 * @throws Stopped with the usage when an option is unknown or wrong
 */
export function readOptions(argv: readonly string[]): StackOptions | string {
  const values = parse(argv);
  if (values.help) return usage;
  const port = values.port === undefined ? standardPort : Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > highestPort) {
    throw new Stopped(`--port takes a number from 1 to ${highestPort}\n${usage}`);
  }
  return {
    fresh: values.fresh ?? false,
    empty: values.empty ?? false,
    port,
    quiet: values.quiet ?? false,
    ui: !values['no-ui'],
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        fresh: { type: 'boolean' },
        empty: { type: 'boolean' },
        port: { type: 'string' },
        quiet: { type: 'boolean' },
        'no-ui': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new Stopped(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
