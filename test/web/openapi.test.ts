// The contract is what is published: the stored OpenAPI document equals the one made from the schemas. After a wanted
// change write it anew: UPDATE_OPENAPI=1 npx vitest run test/web/openapi
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { endpoints } from '../../protocol/http-contract.ts';
import { openApiDocument } from '../../server/web/openapi.ts';

const file = new URL('../../docs/openapi.json', import.meta.url);

test('docs/openapi.json is the contract', () => {
  const document = openApiDocument('1');
  if (process.env.UPDATE_OPENAPI === '1') writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(document)));
});

test('every path of the fixed contract is there', () => {
  const { paths } = openApiDocument('1') as { paths: Record<string, object> };
  for (const path of [
    '/healthz',
    '/readyz',
    '/metrics',
    '/api/v1/centre',
    '/api/v1/floor',
    '/api/v1/tickets',
    '/api/v1/tickets/{ticketId}',
    '/api/v1/tickets/{ticketId}/cancel',
    '/api/v1/counters/{counterId}/{action}',
    '/api/v1/ratings',
    '/api/v1/reports',
    '/api/v1/reports/{name}',
    '/api/v1/session',
    '/api/v1/setup',
    '/api/v1/devices',
    '/api/v1/devices/pair',
    '/api/v1/events',
    '/api/v1/openapi.json',
  ]) {
    expect(Object.keys(paths)).toContain(path);
  }
  expect(Object.keys(endpoints).length).toBeGreaterThan(20);
});
