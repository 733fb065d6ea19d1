import { check, type CheckReport } from '../domain/x12/check/check';
import type { Command, CommandCall, ExitCode } from './command';
import { openFile } from './open-file';

/** `kept x12 check FILE… [--json]`: the scrub of professional claims. Exit 1: a file is not accepted; 2: not readable. */
export const x12Check: Command = {
  name: 'x12 check',
  summary: 'Checks files of professional claims (837P) before they are sent',
  usage: 'x12 check FILE… [--json]',
  run: async (call) => {
    if (call.words.length === 0) {
      call.complain('name at least one file\nusage: kept x12 check FILE… [--json]');
      return 2;
    }
    let exit: ExitCode = 0;
    for (const path of call.words) {
      const file = await openFile(path);
      if ('error' in file) {
        call.complain(file.error);
        exit = 2;
        continue;
      }
      try {
        const report = await check(path, file.chunks);
        show(report, call);
        if (!report.accepted && exit === 0) exit = 1;
      } finally {
        await file.close();
      }
    }
    return exit;
  },
};

function show(report: CheckReport, call: CommandCall): void {
  if (call.json) return call.print(JSON.stringify(report));
  call.print(`${report.accepted ? 'accepted' : 'refused '}  ${report.file}`);
  for (const { severity, rule, element, segment, loop, offset, message } of report.findings)
    call.print(
      `    ${severity} ${rule}: ${element ?? segment}${loop ? ` in ${loop}` : ''} at byte ${offset}: ${message}`,
    );
}
