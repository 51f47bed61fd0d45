export function signFlip(differences: readonly number[], seed: number): number;
