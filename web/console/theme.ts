import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  parseThemeColor,
  type VariantColorsResolver,
} from '@mantine/core';

/** Shade 7 carries white text at 7:1 in both schemes. */
const pine: MantineColorsTuple = [
  '#eaf5f1',
  '#d6e8e1',
  '#abd1c3',
  '#7db9a3',
  '#58a588',
  '#419978',
  '#2d7f63',
  '#1c5d4f',
  '#144a3e',
  '#0b362d',
];

const SANS =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "PingFang TC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif';

/**
 * A light or subtle part in a shade of its own keeps its colour's tint as its ground, and its words stand out: the
 * library would paint the ground in that very shade, and the words much like it.
 */
const variantColorResolver: VariantColorsResolver = (input) => {
  const { color, shade, isThemeColor } = parseThemeColor(input);
  const isQuiet = input.variant === 'light' || input.variant === 'subtle';
  if (!isQuiet || !isThemeColor || shade === undefined) return defaultVariantColorsResolver(input);
  const words = `color-mix(in srgb, var(--mantine-color-${color}-${shade}) 60%, var(--mantine-color-text))`;
  return { ...defaultVariantColorsResolver({ ...input, color }), color: words };
};

export const theme = createTheme({
  variantColorResolver,
  primaryColor: 'pine',
  primaryShade: 7,
  autoContrast: true,
  colors: { pine },
  defaultRadius: 'md',
  fontFamily: SANS,
  headings: {
    fontFamily: SANS,
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.125rem' } },
  },
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md', hideControls: true } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md', allowDeselect: false } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Modal: { defaultProps: { centered: true, padding: 'lg' } },
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    Anchor: { defaultProps: { underline: 'always' } },
  },
});

/** Secondary text and errors at 4.5:1 on every background of the console, in both schemes. */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-error': colors.red[9],
    '--mantine-color-placeholder': colors.gray[7],
  },
  dark: {
    '--mantine-color-dimmed': colors.dark[1],
    '--mantine-color-error': colors.red[4],
    '--mantine-color-placeholder': colors.dark[1],
  },
});
