const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "22 November 2026" of an ISO time or a date, in UTC. */
export function dayText(time: string | Date): string {
  return days.format(new Date(time));
}

/** "2026-11-22 15:32:06 UTC" of an ISO time. */
export function timeText(start: string): string {
  return `${new Date(start).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
