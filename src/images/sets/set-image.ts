/** A picture of a set as it was found, before it is opened. */
export interface PlannedImage {
  /** Where it was found, with forward slashes: "signs/stop/1.png". */
  readonly path: string;
  /** Its name within the set: "stop/1.png". */
  readonly file: string;
  /** The class that its folder or a table names; empty where nothing does. */
  readonly className: string;
}

/** A picture of a set that has been opened once and found in order. */
export interface SetImage extends Omit<PlannedImage, 'path'> {
  /** Of the file, in hexadecimal digits; names the picture to the random generator. */
  readonly sha256: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the file. */
  readonly bytes: number;
}

/** A file that could not become part of a set, and why. */
export interface FileFault {
  readonly name: string;
  readonly reason: string;
}
