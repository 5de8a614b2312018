export default {
  title: 'Pointmall console',
} as const;
