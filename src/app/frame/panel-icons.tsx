import type { ReactNode } from 'react';

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** A curve that falls. */
export function MeasureIcon() {
  return (
    <Icon>
      <path d="M3 2.75v14.5h14.5" />
      <path d="M6 5.5h2.25c4 0 3.25 7.75 8.75 7.75" />
    </Icon>
  );
}

/** A lens over pixels. */
export function InspectIcon() {
  return (
    <Icon>
      <circle cx="8.5" cy="8.5" r="5.75" />
      <path d="M12.75 12.75l4.5 4.5" />
      <path
        d="M8.5 5.75h2.75v2.75H8.5zM5.75 8.5H8.5v2.75H5.75z"
        fill="currentColor"
        stroke="none"
      />
    </Icon>
  );
}

/** A tick inside a shield. */
export function RepairIcon() {
  return (
    <Icon>
      <path d="M10 2.5l6 2.25v4.5c0 3.9-2.5 6.75-6 8.25-3.5-1.5-6-4.35-6-8.25v-4.5z" />
      <path d="M7.25 9.75l2 2 3.75-3.75" />
    </Icon>
  );
}

/** An open book. */
export function LearnIcon() {
  return (
    <Icon>
      <path d="M10 5.25v11" />
      <path d="M10 5.25c-1.75-1.3-4-1.75-7-1.75v11c3 0 5.25.45 7 1.75 1.75-1.3 4-1.75 7-1.75v-11c-3 0-5.25.45-7 1.75z" />
    </Icon>
  );
}

/** Layers that grow smaller, joined. */
export function ModelsIcon() {
  return (
    <Icon>
      <path d="M3.5 3.25v13.5M8 5.25v9.5M12.5 7v6M16.75 8.75v2.5" />
    </Icon>
  );
}

/** A picture of hills under a sun. */
export function ImagesIcon() {
  return (
    <Icon>
      <path d="M3 4.25h14v11.5H3z" />
      <path d="M3.25 13.25l4-4.25 3.5 3.5 2.25-2 3.75 3.5" />
      <path d="M12.75 7.5h.01" />
    </Icon>
  );
}

/** A list whose first line is done. */
export function RunsIcon() {
  return (
    <Icon>
      <path d="M2.75 5l1.5 1.5 2.75-3" />
      <path d="M10 5h7.25M3.25 10.5h14M3.25 15.75h14" />
    </Icon>
  );
}
