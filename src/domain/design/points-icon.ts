/**
 * Icons for points, drawn by us on 24 × 24 and filled: a shop chooses one, and it stands beside her figure
 * in mall and widget. Paths alone, so that nothing else can come in with them.
 */
export const POINTS_ICON_PATHS = {
  star: 'M12 2.8l2.3 6.9 6.9 2.3-6.9 2.3L12 21.2l-2.3-6.9L2.800 12l6.9-2.3z',
  coin: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2a7 7 0 1 1 0 14 7 7 0 0 1 0-14zm0 2.600L7.600 12l4.400 4.400L16.400 12z',
  petal:
    'M12 21c-1-3.400-3-5.200-5.700-6.200 1.600-.5 2.700-.4 3.700.3C7.600 12.400 7.200 8.300 12 3c4.800 5.300 4.400 9.400 2 12.100 1-.7 2.100-.8 3.700-.3C15 15.800 13 17.600 12 21z',
  leaf: 'M20.500 3.500C11 3.200 4.500 7 4.500 13.500c0 1.600.4 3 1.100 4.200L3.500 20.500l1.200 1.100 2.300-2.300c1.200.8 2.700 1.200 4.400 1.200 6.600 0 9.400-7.500 9.100-17zM7.700 16.300c2-3.900 5-6.500 8.700-8-2.900 2.200-5.400 5-7.200 8.700z',
  lamp: 'M12 2.500c-3.700 0-6.500 2.700-6.500 6.200 0 2.300 1.200 4 2.700 5.300.7.6 1 1.200 1 2v.500h5.600V16c0-.8.3-1.400 1-2 1.500-1.300 2.700-3 2.700-5.300 0-3.500-2.800-6.200-6.500-6.200zM9.500 18h5v1.500h-5zM10.300 20.500h3.400l-.6 1.200h-2.200z',
  heart:
    'M12 20.500 4.300 13C.9 9.600 3 4 7.400 4c2 0 3.600 1 4.600 2.700C13 5 14.600 4 16.600 4c4.400 0 6.500 5.600 3.100 9z',
  gem: 'M7 4h10l4.500 6L12 21 2.500 10zM8 6l-2.300 3.300h3.200L10.500 6zm8 0h-2.500l1.600 3.300h3.200zM12 6.300l-1.500 3h3zM6.200 11l4 4.700L8.700 11zm11.600 0h-2.500l-1.500 4.700z',
  crown: 'M3 7.500l4.600 3.700L12 4l4.400 7.200L21 7.500 19.200 18H4.800zM5 19.500h14V21H5z',
} as const;

export type PointsIcon = keyof typeof POINTS_ICON_PATHS;
export const POINTS_ICONS = Object.keys(POINTS_ICON_PATHS) as [PointsIcon, ...PointsIcon[]];

/** What stands beside a shop's points until it chooses. */
export const PLAIN_POINTS_ICON: PointsIcon = 'star';
