// One way in for every endpoint of the contract: identity, access, then parameters, query and body by the endpoint's own
// schemas, then the handler. Handlers give values; refusals and faults are thrown and become problem+json.
import type { Request, RequestHandler, Response, Router } from 'express';
import type { z } from 'zod';
import type { Access } from '../../protocol/endpoints/endpoint.ts';
import { type EndpointName, endpoints } from '../../protocol/http-contract.ts';
import { type CommandId, commandIdSchema } from '../../protocol/ids.ts';
import { denied, hasRole } from './command-access.ts';
import { type Identities, type Identity, isScreen } from './identity.ts';
import { ProblemError } from './problems.ts';

type Endpoints = typeof endpoints;
type Parsed<E, Part extends string> = E extends { readonly [K in Part]: infer S extends z.ZodType }
  ? z.infer<S>
  : undefined;
type Answer<E> = E extends { readonly answer: infer S extends z.ZodType } ? z.infer<S> : undefined;
export type Asked<N extends EndpointName> = {
  readonly params: Parsed<Endpoints[N], 'params'>;
  readonly query: Parsed<Endpoints[N], 'query'>;
  readonly body: Parsed<Endpoints[N], 'body'>;
  readonly commandId: CommandId;
  readonly identity: Identity;
  readonly request: Request;
  readonly response: Response;
};
/** Gives the answer's value, or `sent` where it wrote the response itself. */
export type Handler<N extends EndpointName> = (
  asked: Asked<N>,
) => Answer<Endpoints[N]> | typeof sent | Promise<Answer<Endpoints[N]> | typeof sent>;
export const sent = Symbol('the handler has answered');

export type RouteMaker = <N extends EndpointName>(name: N, handler: Handler<N>) => void;

export function routeMaker(router: Router, identities: Identities): RouteMaker {
  return (name, handler) => {
    const endpoint = endpoints[name];
    const path = endpoint.path.replace(/\{(\w+)\}/g, ':$1');
    const handle: RequestHandler = async (request, response) => {
      const identity = identities.of(request.headers, request.socket.remoteAddress);
      allow(endpoint.access, identity);
      const asked = {
        params: parse(endpoint, 'params', request.params),
        query: parse(endpoint, 'query', request.query),
        body: parse(endpoint, 'body', request.body ?? {}),
        commandId: 'command' in endpoint ? commandId(request) : ('' as CommandId),
        ...{ identity, request, response },
      };
      const answer = await handler(asked as never);
      if (answer === sent) return;
      response.status(endpoint.success);
      if (endpoint.answer === null) response.end();
      else response.json(answer);
    };
    router[endpoint.method](path, handle);
  };
}

function allow(access: Access, identity: Identity): void {
  if (access.public === true) return;
  if (access.staff !== undefined && hasRole(identity.staff, access.staff)) return;
  if (access.devices !== undefined && isScreen(identity, access.devices)) return;
  throw denied(identity, access.devices === undefined ? 'not-signed-in' : 'device-not-paired');
}

function parse(endpoint: object, part: 'params' | 'query' | 'body', value: unknown): unknown {
  const schema = (endpoint as Partial<Record<typeof part, z.ZodType>>)[part];
  return schema === undefined ? undefined : parsed(schema, value);
}

/** The value by its schema; throws `invalid-request` naming the fields. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  throw new ProblemError('invalid-request', { errors });
}

function commandId(request: Request): CommandId {
  const given = request.headers['idempotency-key'];
  if (given === undefined) throw new ProblemError('missing-command-id');
  return parsed(commandIdSchema, given);
}
