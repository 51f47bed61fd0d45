/** Version of this project; set by the build. */
declare const PIXELPROOF_VERSION: string;
/** Version of TensorFlow.js in the lanes; set by the build. */
declare const TFJS_VERSION: string;
