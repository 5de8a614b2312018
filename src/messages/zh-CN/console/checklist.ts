/** A new shop's first steps on Home. */
export default {
  title: '开张之后，先做这几件',
  progress: '{done, number}/{all, number}，再 {left, number} 步就齐了',
  progressOptional: '{done, number}/{all, number}，剩下的可做可不做',
  hide: '收起清单',
  hidden: '清单已收起',
  undo: '撤销',
  optional: '可选',
  done: '已完成',
  toDo: '待完成',
  items: {
    rewards: '上架 3 件礼品',
    sheet: '打印台卡',
    points: '给出第一笔积分',
    staff: '邀请店员',
    imports: '导入老会员',
    payments: '接通线上收款',
  },
  why: {
    rewards: '现在 {count, number} 件。有得挑，会员才想攒。',
    sheet: '海报和台卡已经画好，存下来就能打印。',
    points: '在收银台输入手机号和金额就行，新会员顺手就加入了。',
    staff: '店员用自己的账号给积分、核销。',
    imports: '从纸质卡或表格搬过来，连同已有的积分，也能整批撤回。',
    payments: '会员可以用积分加现金兑换。',
  },
};
