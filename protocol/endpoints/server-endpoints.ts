// The server itself: alive, ready, measured, described; and the demonstration's invented day.
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

export const serverEndpoints = {
  health: {
    method: 'get',
    path: '/healthz',
    summary: 'The process answers',
    access: { public: true },
    success: 200,
    answer: z.object({ status: z.literal('ok') }),
    problems: [],
  },
  ready: {
    method: 'get',
    path: '/readyz',
    summary: 'The journal can be written and the floor is running (503 otherwise)',
    access: { public: true },
    success: 200,
    answer: z.object({
      status: z.enum(['ready', 'not-ready']),
      problems: z.array(z.string()),
      warnings: z.array(z.string()),
    }),
    problems: ['journal-unavailable'],
  },
  metrics: {
    method: 'get',
    path: '/metrics',
    summary: 'Prometheus text',
    access: { public: true },
    success: 200,
    answer: 'text/plain',
    problems: [],
  },
  openapi: {
    method: 'get',
    path: '/api/v1/openapi.json',
    summary: 'This document',
    access: { public: true },
    success: 200,
    answer: z.record(z.string(), z.unknown()),
    problems: [],
  },
  simulate: {
    method: 'post',
    path: '/api/v1/demo/simulate',
    summary: 'Demonstration only: run the invented day at a speed, or stop it',
    access: { public: true },
    body: z.strictObject({ speed: z.number().min(0).max(10_000) }),
    success: 200,
    answer: z.object({ running: z.boolean(), speed: z.number() }),
    problems: ['not-found'],
  },
} as const satisfies Record<string, Endpoint>;
