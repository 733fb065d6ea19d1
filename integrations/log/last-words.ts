import { type Log, errorFields } from './logger';

/** What this needs of a process: the running one, or a stand-in. */
type Dying = Pick<NodeJS.Process, 'on' | 'exit' | 'removeAllListeners'>;

/**
 * Whatever nobody caught ends the process, as Node would, but it is told by its kind and place alone: Node itself would print the
 * error's text, and that may hold what a person typed. Whoever started the process starts it again.
 */
export function lastWords(log: Log, dying: Dying = process): void {
  const end = (event: string) => (error: unknown) => {
    log.error(event, errorFields(error));
    dying.exit(1);
  };
  dying.on('uncaughtException', end('process.uncaught'));
  dying.on('unhandledRejection', end('process.unhandled'));
  dying.removeAllListeners('warning'); // Node's own prints the text
  dying.on('warning', (warning) => log.warn('process.warning', errorFields(warning)));
}
