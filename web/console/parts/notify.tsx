import { notifications } from '@mantine/notifications';
import { IconCheck } from '@tabler/icons-react';

/** Says that something is done; read out politely, gone by itself. */
export function notifyDone(message: string): void {
  notifications.show({
    message,
    color: 'pine',
    icon: <IconCheck size={18} aria-hidden />,
    role: 'status',
    withCloseButton: false,
    autoClose: 3000,
  });
}
