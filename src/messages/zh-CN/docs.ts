import type { Catalogue } from '../catalogue.ts';
import type en from '../en/docs.ts';

export default {
  design: {
    title: '设计语言',
    lead: '商城的每个部件、每种状态，用商城自己的组件画出来。',
    looks: '样式',
    layouts: { editorial: '素雅', soft: '柔和', lively: '活力' },
    schemes: { light: '明', dark: '暗' },
    type: '字号',
    sample: '慢一点，穿久一点 · 1,286 积分',
    colours: '颜色',
    buttons: '按钮',
    inputs: '输入',
    fields: { right: '填对了', wrong: '填错了', hint: '填什么' },
    cards: '会员卡',
    tiles: '礼品卡片',
    actions: '礼品按钮怎么说',
    notices: '提示和标记',
  },
} satisfies Catalogue<typeof en>;
