import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = ButtonProps & { children: ReactNode; pending: boolean; onClick?: () => void };

/** The button of a form; a second press while the first is under way does nothing. */
export function SubmitButton({ pending, onClick, children, ...rest }: Props) {
  return (
    <Button
      type={onClick ? 'button' : 'submit'}
      loading={pending}
      {...(onClick ? { onClick } : {})}
      {...rest}
    >
      {children}
    </Button>
  );
}
