// The HTTP contract as one table. Routes, the published OpenAPI document and the browser's client are all made from it, so
// that none can differ from another.
import { deviceEndpoints } from './endpoints/device-endpoints.ts';
import type { Endpoint } from './endpoints/endpoint.ts';
import { floorEndpoints } from './endpoints/floor-endpoints.ts';
import { noticeEndpoints } from './endpoints/notice-endpoints.ts';
import { officeEndpoints } from './endpoints/office-endpoints.ts';
import { policyEndpoints } from './endpoints/policy-endpoints.ts';
import { serverEndpoints } from './endpoints/server-endpoints.ts';
import { speechEndpoints } from './endpoints/speech-endpoints.ts';
import { steeringEndpoints } from './endpoints/steering-endpoints.ts';
import { supervisionEndpoints } from './endpoints/supervision-endpoints.ts';

export const endpoints = {
  ...serverEndpoints,
  ...floorEndpoints,
  ...steeringEndpoints,
  ...officeEndpoints,
  ...deviceEndpoints,
  ...speechEndpoints,
  ...noticeEndpoints,
  ...supervisionEndpoints,
  ...policyEndpoints,
} as const satisfies Record<string, Endpoint>;
export type EndpointName = keyof typeof endpoints;
