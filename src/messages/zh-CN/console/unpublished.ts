/** What members do not see yet. */
export default {
  label: '还没发布的改动',
  count: '{count, number} 处改动未发布',
  preview: '预览',
  publish: '发布',
  design: '发布装修',
  rewards: '发布礼品',
};
