import type { Branch } from '../../../src/domain/shop-settings.ts';
import { looksLikePhone } from '../tenants/model.ts';

/** A branch as it stands in the fields. */
export type BranchForm = {
  id: string;
  name: string;
  address: string;
  phone: string;
  hours: string;
  mapUrl: string;
  pickUp: boolean;
};

export type BranchFault = {
  id: string;
  field: 'name' | 'address' | 'phone' | 'mapUrl';
  fault: 'missing' | 'phone' | 'url';
};

export function branchFormsOf(branches: readonly Branch[] | null): BranchForm[] {
  return (branches ?? []).map(({ phone, hours, mapUrl, ...branch }) => ({
    ...branch,
    phone: phone ?? '',
    hours: hours ?? '',
    mapUrl: mapUrl ?? '',
  }));
}

export function newBranch(): BranchForm {
  const id = crypto.randomUUID().slice(0, 8);
  return { id, name: '', address: '', phone: '', hours: '', mapUrl: '', pickUp: true };
}

/** What the fields say, or everything that is wrong with them. */
export function readBranches(
  forms: readonly BranchForm[],
): { branches: Branch[]; faults: [] } | { branches: null; faults: BranchFault[] } {
  const faults = forms.flatMap(faultsOf);
  if (faults.length > 0) return { branches: null, faults };
  const optional = (text: string) => text.trim() || null;
  return {
    branches: forms.map(({ id, name, address, phone, hours, mapUrl, pickUp }) => ({
      ...{ id, name: name.trim(), address: address.trim(), pickUp },
      ...{ phone: optional(phone), hours: optional(hours), mapUrl: optional(mapUrl) },
    })),
    faults: [],
  };
}

function faultsOf({ id, name, address, phone, mapUrl }: BranchForm): BranchFault[] {
  const said = (field: BranchFault['field'], fault: BranchFault['fault']): BranchFault => ({
    id,
    field,
    fault,
  });
  return [
    ...(name.trim() === '' ? [said('name', 'missing')] : []),
    ...(address.trim() === '' ? [said('address', 'missing')] : []),
    ...(phone.trim() === '' || looksLikePhone(phone) ? [] : [said('phone', 'phone')]),
    ...(mapUrl.trim() === '' || isWebAddress(mapUrl.trim()) ? [] : [said('mapUrl', 'url')]),
  ];
}

/** A page that a browser opens safely. */
function isWebAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
