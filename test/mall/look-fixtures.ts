import type { FrameLook } from '../../web/mall/views.ts';

/** A shop that chose nothing but its look. */
export const LOOK: FrameLook = {
  layout: 'editorial',
  logoUrl: null,
  touchIconUrl: null,
  announcement: null,
  footer: { openingHours: null, registrationNumber: null, wechatQrUrl: null, mapUrl: null, links: [] },
  bars: { light: '#F6F2EA', dark: '#12201C' },
  version: 1,
};

/** A shop that filled in everything that stands around its pages. */
export const DECORATED: FrameLook = {
  ...LOOK,
  layout: 'lively',
  logoUrl: '/pictures/logo.png',
  touchIconUrl: '/pictures/logo.png',
  announcement: { text: '周末双倍积分', lang: 'zh-CN' },
  footer: {
    openingHours: { text: '10:00–21:00', lang: 'zh-CN' },
    registrationNumber: '沪ICP备 2026000000 号',
    wechatQrUrl: '/pictures/wechat.png',
    mapUrl: 'https://maps.example/mianyu',
    links: [{ label: { text: '我们的店', lang: 'zh-CN' }, href: 'https://mianyu.example' }],
  },
};
