/** The portal's own few words. The elements bring theirs, and choose them by the same `lang`. */
const ENGLISH = {
  people: 'People',
  chat: 'Chat',
  phones: 'Two phones',
  script: 'Script tag',
  theming: 'Theming',
  colleagues: 'Colleagues',
  profile: 'Profile',
  message: 'Message',
  send: 'Send',
  signIn: 'Who are you today?',
  signInHint: 'This is a demo: choose a person, then open a second window as somebody else and call.',
  directoryHint: 'Everyone at Quayside, one press away.',
  signOut: 'Switch person',
  noCall: 'No call at the moment',
};

export type Words = typeof ENGLISH;

const FRENCH: Words = {
  people: 'Annuaire',
  chat: 'Discussion',
  phones: 'Deux téléphones',
  script: 'Balise script',
  theming: 'Thèmes',
  colleagues: 'Collègues',
  profile: 'Profil',
  message: 'Message',
  send: 'Envoyer',
  signIn: 'Qui êtes-vous aujourd’hui ?',
  signInHint: 'Ceci est une démo : choisissez une personne, ouvrez une autre fenêtre en tant qu’une autre, et appelez.',
  directoryHint: 'Tout Quayside, à un clic.',
  signOut: 'Changer de personne',
  noCall: 'Aucun appel pour l’instant',
};

const ARABIC: Words = {
  people: 'الأشخاص',
  chat: 'المحادثة',
  phones: 'هاتفان',
  script: 'وسم السكربت',
  theming: 'المظهر',
  colleagues: 'الزملاء',
  profile: 'الملف الشخصي',
  message: 'رسالة',
  send: 'إرسال',
  signIn: 'من أنت اليوم؟',
  signInHint: 'هذا عرض تجريبي: اختر شخصًا، ثم افتح نافذة أخرى باسم شخص آخر واتصل.',
  directoryHint: 'كل من في Quayside بضغطة واحدة.',
  signOut: 'تبديل الشخص',
  noCall: 'لا توجد مكالمة الآن',
};

export const LANGUAGES = ['en', 'fr', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

export const WORDS: Readonly<Record<Language, Words>> = {en: ENGLISH, fr: FRENCH, ar: ARABIC};
