import { loadClientConnectConfig } from '@temporalio/envconfig';

/**
 * How to reach the workflow engine: the address is Kept's setting; TLS, certificates and API key are read as Temporal's own
 * tools read them (TEMPORAL_TLS…, TEMPORAL_API_KEY, a profile), so that a development server, a cluster and Temporal Cloud are
 * the same code.
 */
export function connectionTo(address: string) {
  const { tls, apiKey } = loadClientConnectConfig().connectionOptions;
  return { address, ...(tls === undefined ? {} : { tls }), ...(apiKey === undefined ? {} : { apiKey }) };
}
