import type { DesignContent } from '../../src/domain/design/look.ts';
import type { DesignAnswer } from '../../src/features/design/schemas.ts';
import type { Visitor } from './visitor.ts';

/** What the merchant does on the Design screen: changes these parts and publishes; again, it changes nothing. */
export async function designShop(owner: Visitor, given: Partial<DesignContent>, key: string): Promise<void> {
  const { draft, draftVersion } = await owner.ask<DesignAnswer>('/api/design');
  const { theme: _, ...content } = draft;
  const saved = await owner.ask<DesignAnswer>('/api/design/draft', {
    method: 'PUT',
    json: { ...content, ...given, draftVersion },
    key: `${key}-draft`,
  });
  const json = { draftVersion: saved.draftVersion };
  await owner.ask('/api/design/publish', { json, key: `${key}-publish-${saved.draftVersion}` });
}
