import './clerk.css';
import { Avatar, Stack } from '@mantine/core';
import type { DeviceClerk } from './api.ts';
import { initialOf } from './model.ts';

/** The clerks of a device, one to be chosen. */
export function People({
  clerks,
  onChoose,
}: {
  clerks: DeviceClerk[];
  onChoose: (clerk: DeviceClerk) => void;
}) {
  return (
    <Stack w="100%" maw={360} gap="sm">
      {clerks.map((clerk) => (
        <button key={clerk.userId} type="button" className="clerkRow" onClick={() => onChoose(clerk)}>
          <Avatar color="pine" radius="xl" size={44} aria-hidden>
            {initialOf(clerk.name)}
          </Avatar>
          {clerk.name}
        </button>
      ))}
    </Stack>
  );
}
