type Four = [number, number, number, number];
export function philox(counter: Four, key: [number, number]): Four;
