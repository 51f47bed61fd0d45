const cells = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Nine pixels, one of them changed. */
export function Logo() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" shapeRendering="crispEdges">
      {cells.map((cell) => (
        <rect
          key={cell}
          x={1 + (cell % 3) * 7}
          y={1 + Math.floor(cell / 3) * 7}
          width="6"
          height="6"
          fill={cell === 5 ? 'var(--accent)' : 'var(--ink)'}
          opacity={cell === 5 ? 1 : 0.2}
        />
      ))}
    </svg>
  );
}
