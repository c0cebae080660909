import {ARABIC} from './arabic.js';
import {ENGLISH} from './english.js';
import type {Words} from './english.js';
import {FRENCH} from './french.js';
import {GERMAN} from './german.js';
import {SPANISH} from './spanish.js';

export type {Words};

export const LANGUAGES = ['en', 'fr', 'de', 'es', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  ar: 'العربية',
};

export const WORDS: Readonly<Record<Language, Words>> = {en: ENGLISH, fr: FRENCH, de: GERMAN, es: SPANISH, ar: ARABIC};
