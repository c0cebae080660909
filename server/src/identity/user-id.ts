/** Anything that can be seen: no control or format characters, no lone surrogates, no line breaks. */
const ID = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{1,128}$/u;

/** Whether this can be somebody's id: that of a token, or of whoever is written to or watched. */
export const isUserId = (text: string): boolean => ID.test(text);
