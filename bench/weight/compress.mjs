import {brotliCompressSync, constants} from 'node:zlib';

/** Bytes as they are, and at brotli's best (11), as a CDN keeps them. */
export const weigh = (text) => {
  const bytes = Buffer.from(text);
  const params = {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length};
  return {min: bytes.length, brotli: brotliCompressSync(bytes, {params}).length};
};

/** Files travel one by one, so their weights are added after compression, not before. */
export const add = (weights) => ({
  min: weights.reduce((sum, {min}) => sum + min, 0),
  brotli: weights.reduce((sum, {brotli}) => sum + brotli, 0),
});
