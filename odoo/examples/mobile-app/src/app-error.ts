/** Something that the person who uses the app can understand and perhaps mend. */
export class AppError extends Error {
  override readonly name = 'AppError';
}
