import type { Catalogue } from '../catalogue.ts';
import type en from '../en/docs.ts';

export default {
  design: {
    title: '設計語言',
    lead: '商城的每個部件、每種狀態，用商城自己的元件畫出來。',
    looks: '樣式',
    layouts: { editorial: '素雅', soft: '柔和', lively: '活力' },
    schemes: { light: '明', dark: '暗' },
    type: '字級',
    sample: '慢一點，穿久一點 · 1,286 點數',
    colours: '顏色',
    buttons: '按鈕',
    inputs: '輸入',
    fields: { right: '填對了', wrong: '填錯了', hint: '填什麼' },
    cards: '會員卡',
    tiles: '好禮卡片',
    actions: '好禮按鈕怎麼說',
    notices: '提示和標記',
  },
} satisfies Catalogue<typeof en>;
