import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { capabilities } from '../../domain/access/capabilities';
import type { FrontDoor } from '../../domain/access/roles';
import { problems } from '../../domain/problems';
import { bodyProblems, callerProblems, everyonesProblems, problemDocument, unsafeProblems } from './contract';
import type { Access, Route } from './route';
import { cookieNames } from './session';
import { fileType } from './take-file';

/** The description of one front door's API, made from its route table: OpenAPI 3.1. */
export function describeApi(routes: readonly Route[], door: FrontDoor, title: string) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: cookieNames[door],
    description: 'Set by POST /session. No script can read it.',
  });
  for (const route of routes) registry.registerPath(describe(route));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title,
      version: '1',
      description:
        'Every write takes an Idempotency-Key and comes from our own pages. A write of an existing record names the version it saw in If-Match. Errors are application/problem+json with our code.',
    },
    servers: [{ url: '/api' }],
  });
}

/** Who may call a route, in words that the readable page shows too. */
export function whoMay(access: Access): readonly string[] {
  if (access.kind === 'anyone') return ['anyone'];
  if (access.kind === 'signed_in') return ['anyone signed in'];
  return capabilities[access.capability];
}

/** All that a route may answer beside what it is for. */
export function problemsOf({ contract, access }: Route): readonly (keyof typeof problems)[] {
  return [
    ...new Set([
      ...contract.problems,
      ...(contract.body || contract.file ? bodyProblems : []),
      ...(contract.method === 'get' ? [] : unsafeProblems),
      ...(access.kind === 'anyone' ? [] : callerProblems),
      ...everyonesProblems,
    ]),
  ];
}

function describe(route: Route): Parameters<OpenAPIRegistry['registerPath']>[0] {
  const { contract } = route;
  const [, area = ''] = contract.path.split('/');
  const refused = Map.groupBy(problemsOf(route), (code) => problems[code]);
  return {
    method: contract.method,
    path: contract.path.replaceAll(/:(\w+)/g, '{$1}'),
    operationId: `${contract.method} ${contract.path}`.replaceAll(/\W+/g, '_'),
    summary: contract.summary,
    description: `For: ${whoMay(route.access).join(', ')}.`,
    tags: [area],
    security: route.access.kind === 'anyone' ? [] : [{ session: [] }],
    request: {
      ...(contract.body
        ? { body: { required: true, content: { 'application/json': { schema: contract.body } } } }
        : {}),
      ...(contract.file ? { body: { required: true, content: { [fileType]: { schema: bytesSchema } } } } : {}),
      ...(contract.query ? { query: contract.query as z.ZodObject } : {}),
    },
    parameters: parametersOf(route),
    responses: {
      [contract.status]: {
        description: 'Done',
        headers: { 'Kept-Request-Id': requestIdHeader, ...(hasVersion(contract.response) ? { ETag: etagHeader } : {}) },
        ...(contract.status === 204 ? {} : { content: { [contract.produces]: { schema: contract.response } } }),
      },
      ...(contract.file
        ? {
            200: { description: 'It was here before', content: { [contract.produces]: { schema: contract.response } } },
          }
        : {}),
      ...Object.fromEntries(
        [...refused].map(([status, codes]) => [
          status,
          {
            description: codes.join(', '),
            headers: {
              'Kept-Request-Id': requestIdHeader,
              ...(waits.has(status) ? { 'Retry-After': retryHeader } : {}),
            },
            content: { 'application/problem+json': { schema: problemDocument } },
          },
        ]),
      ),
    },
  };
}

const bytesSchema = { type: 'string' as const, format: 'binary' };
const header = (description: string) => ({ description, schema: { type: 'string' as const } });
const requestIdHeader = header('The number of this request, in the log and in the audit.');
const etagHeader = header('The version of the record, for If-Match.');
const retryHeader = header('Seconds after which to try again.');
const waits: ReadonlySet<number> = new Set([429, 503]);

const hasVersion = (schema: z.ZodType): boolean => schema instanceof z.ZodObject && 'version' in schema.shape;

function parametersOf(route: Route) {
  const { contract } = route;
  const inPath = [...contract.path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: /^id$|Id$/.test(name) ? { type: 'string' as const, format: 'uuid' } : { type: 'string' as const },
  }));
  const parameter = (name: string, description: string) => ({
    name,
    in: 'header' as const,
    required: true,
    description,
    schema: { type: 'string' as const },
  });
  return [
    ...inPath,
    ...(contract.keyed
      ? [parameter('Idempotency-Key', 'Made by the caller, once per intention; the same key is the same request.')]
      : []),
    ...(contract.file ? [parameter('Kept-File-Name', 'What the file is called, percent-encoded.')] : []),
    ...(contract.versioned ? [parameter('If-Match', 'The version that the caller saw, in quotes: "3".')] : []),
  ];
}
