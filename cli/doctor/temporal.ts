import { Connection, isGrpcServiceError } from '@temporalio/client';
import { reachable } from '../../integrations/health/health';
import { connectionTo } from '../../integrations/temporal/connection';
import { coreQueue } from '../../workflows/contracts/ids';
import { type Finding, codeOf, findingsOf } from './finding';

const { ok, warn, fail } = findingsOf('temporal');
type Service = Connection['workflowService'];

/** What the engine says of itself. */
export interface Engine {
  readonly version: string;
  /** Undefined where the namespace is not there. */
  readonly retentionDays: number | undefined;
  /** Whether a worker asks for work. */
  readonly working: boolean;
}

/** gRPC's NOT_FOUND. */
const notFound = 5;

export async function temporalFindings(
  address: string,
  namespace: string,
  production: boolean,
): Promise<readonly Finding[]> {
  let connection: Connection | undefined;
  try {
    await reachable(address); // at once where nobody listens; the client would go on trying
    connection = await Connection.connect({ ...connectionTo(address), connectTimeout: '5s' });
    return engineFindings(await lookAt(connection.workflowService, namespace), namespace, production);
  } catch (error) {
    const says = `${address} does not answer as Temporal does (${codeOf(error)})`;
    const mend =
      'start it, or mend KEPT_TEMPORAL_ADDRESS; with TLS or a key: TEMPORAL_TLS…, TEMPORAL_API_KEY. Until then people can work, reminders wait';
    return [fail('unreachable', says, mend)];
  } finally {
    await connection?.close();
  }
}

async function lookAt(service: Service, namespace: string): Promise<Engine> {
  const { serverVersion: version } = await service.getSystemInfo({});
  try {
    const { config } = await service.describeNamespace({ namespace });
    const { pollers } = await service.describeTaskQueue({ namespace, taskQueue: { name: coreQueue } });
    const seconds = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0);
    return { version, retentionDays: seconds / 86_400, working: (pollers?.length ?? 0) > 0 };
  } catch (error) {
    const code: number = isGrpcServiceError(error) ? error.code : -1;
    if (code !== notFound) throw error;
    return { version, retentionDays: undefined, working: false };
  }
}

const [oldestMinor, shortestDays] = [29, 7];

export function engineFindings(engine: Engine, namespace: string, production: boolean): readonly Finding[] {
  const { version, retentionDays, working } = engine;
  if (retentionDays === undefined)
    return [
      fail(
        'namespace',
        `there is no namespace ${namespace}`,
        `"temporal operator namespace create -n ${namespace} --retention 7d", or mend KEPT_TEMPORAL_NAMESPACE`,
      ),
    ];
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const findings = [
    ...(major > 1 || minor >= oldestMinor
      ? []
      : [fail('version', `Temporal ${version} is too old`, `use a server from 1.${oldestMinor} on`)]),
    ...(!production || retentionDays >= shortestDays
      ? []
      : [
          warn(
            'retention',
            `the namespace keeps what has ended for ${Math.floor(retentionDays)} days`,
            `"temporal operator namespace update -n ${namespace} --retention ${shortestDays}d"`,
          ),
        ]),
    ...(working ? [] : [warn('no_worker', 'no worker asks for work: reminders wait', 'start a worker')]),
  ];
  return findings.length > 0 ? findings : [ok('temporal', `Temporal ${version}, namespace ${namespace}`)];
}
