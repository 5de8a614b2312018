import { useQueryClient } from '@tanstack/react-query';
import { useSubmission } from '../api/use-submission.ts';
import { PAYMENTS_KEY, startOnboarding } from './api.ts';

export type StripePage = ReturnType<typeof useStripePage>;

/** Asks for a page of Stripe's and goes there; refused, what is shown here may be old and is read anew. */
export function useStripePage() {
  const client = useQueryClient();
  const page = useSubmission({
    send: startOnboarding,
    refresh: [PAYMENTS_KEY],
    onSuccess: ({ url }) => window.location.assign(url),
  });
  const open = (country: string) =>
    page.mutate({ country }, { onError: () => void client.invalidateQueries({ queryKey: PAYMENTS_KEY }) });
  return { open, isPending: page.isPending, error: page.error, reset: page.reset };
}
