/** People on pages of their own, for one test. */
interface Cast {
  /** Throws if a page has printed an error. */
  assertClean(): Promise<void>;
  /** What each page has to say after a failure. */
  story(): Promise<string>;
}

/** Plays a scene, whose pages must be clean after it; a failure tells their story. */
export const perform = async <C extends Cast>(cast: C, scene: (cast: C) => Promise<void>): Promise<void> => {
  try {
    await scene(cast);
    await cast.assertClean();
  } catch (error) {
    if (error instanceof Error) error.stack = `${error.stack}\n${await cast.story()}`;
    throw error;
  }
};
