import type { WidgetSettings } from '../../src/features/widget/schemas.ts';
import { agoAt } from './fixture-data.ts';

/** The widget of a shop that rotates its keys; the preview stands on the console's own host here. */
export const WIDGET: WidgetSettings = {
  audience: 'pointmall:mianyu',
  scriptUrl: 'http://localhost:8787/widget.js',
  previewUrl: '/widget/preview',
  docsUrl: 'http://localhost:8787/docs/widget',
  origins: [
    'https://www.mianyu.example',
    'https://a-rather-long-name-for-a-shop.department.mianyu.example:8443',
  ],
  keys: [
    {
      id: 'sgk_01m81a0snaexr956dacqsp5q62',
      name: '官网',
      algorithm: 'HS256',
      createdAt: agoAt(300),
      lastUsedAt: agoAt(1),
      revokedAt: null,
    },
    {
      id: 'sgk_01m81a0t99exr956dh0kss540j',
      name: '旧官网',
      algorithm: 'EdDSA',
      createdAt: agoAt(900),
      lastUsedAt: null,
      revokedAt: agoAt(200),
    },
  ],
};
