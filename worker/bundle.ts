import path from 'node:path';
import { type WorkflowBundleWithSourceMap, bundleWorkflowCode } from '@temporalio/worker';

/** The workflow code as the worker runs it, with the interceptor and the failure converter inside. Built once, ahead of time. */
export function bundleWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: require.resolve('../workflows'),
    workflowInterceptorModules: [require.resolve('./payload/workflow-interceptors')],
    failureConverterPath: require.resolve('./payload/failure-converter'),
    logger: { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
}

const quiet = () => undefined;

/** Where `npm run build` puts the bundle, beside the compiled worker. */
export const bundlePath = path.join(__dirname, 'workflow-bundle.js');
