// The contract as an OpenAPI 3.1 document, made from the table of endpoints and their schemas. A stored copy is compared
// in a test, so that a change of the contract is seen.
import { z } from 'zod';
import type { Endpoint } from '../../protocol/endpoints/endpoint.ts';
import { endpoints } from '../../protocol/http-contract.ts';
import { type ProblemCode, problemSchema, problemStatus, refusalStatus } from '../../protocol/refusals.ts';
import { deviceCookie } from '../../protocol/socket-names.ts';
import { sessionCookie } from './identity.ts';

type Json = Record<string, unknown>;
const statuses: Record<ProblemCode, number> = { ...problemStatus, ...refusalStatus };

export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of Object.entries(endpoints) as [string, Endpoint][]) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Đến Lượt', version, license: { name: 'MIT' } },
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemSchema) },
      securitySchemes: {
        staff: { type: 'apiKey', in: 'cookie', name: sessionCookie },
        device: { type: 'apiKey', in: 'cookie', name: deviceCookie },
      },
    },
  };
}

function operation(name: string, endpoint: Endpoint): Json {
  const { access, answer, success } = endpoint;
  const content =
    answer === null
      ? {}
      : {
          content:
            typeof answer === 'string'
              ? { [answer]: {} }
              : { 'application/json': { schema: jsonSchema(answer) } },
        };
  return {
    operationId: name,
    summary: endpoint.summary,
    security: [
      ...(access.public ? [{}] : []),
      ...(access.staff ? [{ staff: [] }] : []),
      ...(access.devices ? [{ device: [] }] : []),
    ],
    ...(access.staff ? { 'x-roles': access.staff } : {}),
    ...(access.devices ? { 'x-devices': access.devices } : {}),
    parameters: [
      ...parameters(endpoint.params, 'path'),
      ...parameters(endpoint.query, 'query'),
      ...(endpoint.command
        ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } }]
        : []),
    ],
    ...requestBody(endpoint),
    responses: { [success]: { description: 'Done', ...content }, ...problemResponses(endpoint.problems) },
  };
}

function requestBody({ body, takes }: Endpoint): Json {
  if (body === undefined && takes === undefined) return {};
  const content =
    body === undefined
      ? Object.fromEntries((takes ?? []).map((type) => [type, {}]))
      : { 'application/json': { schema: jsonSchema(body) } };
  return { requestBody: { required: true, content } };
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(schema) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: each,
  }));
}

function problemResponses(codes: readonly ProblemCode[]): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) byStatus.set(statuses[code], [...(byStatus.get(statuses[code]) ?? []), code]);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, each]) => [status, { description: each.join(', '), content }]),
  );
}

function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return rest;
}
