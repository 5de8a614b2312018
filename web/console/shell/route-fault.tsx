import { Box } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ProblemAlert } from '../parts/problem-alert.tsx';

/** A screen that could not be opened: the reason and another try, the rest of the console alive. */
export function RouteFault({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Box p="md" maw={640} mx="auto">
      <ProblemAlert error={error} onRetry={retry} />
    </Box>
  );
}
