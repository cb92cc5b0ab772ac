// What one endpoint of the HTTP contract says of itself: method, path, who may ask, the schemas of what goes in and comes
// out, the problems it may answer with.
import type { z } from 'zod';
import type { ScreenKind } from '../device-setup.ts';
import type { ProblemCode } from '../refusals.ts';
import { type Role, roleSchema } from '../setup-schema.ts';

export type Access = {
  /** Anybody who reaches the server. */
  readonly public?: true;
  readonly staff?: readonly Role[];
  readonly devices?: readonly ScreenKind[];
};
export type Endpoint = {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With `{name}` parameters, as OpenAPI writes them. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Media types of a body that is no JSON, which the route reads by itself. */
  readonly takes?: readonly string[];
  /** A command needs the `Idempotency-Key` header. */
  readonly command?: true;
  readonly success: 200 | 201 | 204;
  /** A schema for JSON, or a media type for anything else. */
  readonly answer: z.ZodType | string | null;
  readonly problems: readonly ProblemCode[];
};

export const everyRole = roleSchema.options;
