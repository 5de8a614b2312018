import { expect, test } from 'vitest';
import { requirementGroups } from '../../../src/domain/payment/requirement-groups.ts';

test("Stripe's fields come in groups that a shopkeeper knows, each once, the unknown ones last", () => {
  expect(
    requirementGroups([
      'tos_acceptance.ip',
      'tos_acceptance.date',
      'something.new',
      'external_account',
      'person_1AbC.dob.day',
      'individual.first_name',
      'individual.verification.additional_document',
      'company.tax_id',
    ]),
  ).toEqual(['business', 'person', 'documents', 'bank', 'terms', 'other']);
  expect(requirementGroups([])).toEqual([]);
});
