// Every policy of the table keeps the contract; a new one is held to it without a line here.
import { expect, it } from 'vitest';
import { policyNames } from '../../../protocol/dispatch-setup.ts';
import { policyMakers } from '../../../server/domain/dispatch/policies.ts';
import { policyContract } from './policy-contract.ts';

it('the table has every policy that the set-up may name', () => {
  expect(Object.keys(policyMakers).sort()).toEqual([...policyNames].sort());
});
for (const policy of policyNames) policyContract(policy);
