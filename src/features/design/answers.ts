import type { DesignState } from './get-design.ts';
import type { DesignVersionRow } from './queries.ts';
import type { DesignAnswer, DesignVersionsAnswer } from './schemas.ts';

export function designAnswer({
  draft,
  draftVersion,
  published,
  publishedVersion,
  scheduled,
}: DesignState): DesignAnswer {
  return { draft, draftVersion, published, publishedVersion, scheduled };
}

export function designVersionsAnswer(rows: DesignVersionRow[]): DesignVersionsAnswer {
  return {
    items: rows.map(({ version, publishedAtMs, publishedByName, body }) => ({
      version,
      publishedAt: new Date(publishedAtMs).toISOString(),
      publishedByName,
      body,
    })),
  };
}
