const MID_GREY = 128;

/** Half the difference of two pictures of one size around mid-grey: nothing is cut off. */
export function differencePicture(before: Uint8Array, after: Uint8Array): Uint8Array {
  return after.map((byte, at) => MID_GREY + Math.trunc((byte - (before[at] ?? 0)) / 2));
}
