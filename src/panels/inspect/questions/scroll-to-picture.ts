/** Brings the picture back into sight, after something has been shown on it. */
export function scrollToPicture(): void {
  document.getElementById('picture')?.scrollIntoView({ block: 'start' });
}
