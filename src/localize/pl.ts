import {plTrouble} from './pl-trouble.js';
import type {LanguageTerms} from './terms.js';

/** Polish. Verbs in the past tell whether a man or a woman acted, so it is said what happened instead. */
export const pl: LanguageTerms = {
  dir: 'ltr',

  call: 'Zadzwoń',
  cancel: 'Anuluj',
  answer: 'Odbierz',
  answerAudio: 'Odbierz bez kamery',
  decline: 'Odrzuć',
  hangUp: 'Rozłącz',
  close: 'Zamknij',

  audioCallTo: (name) => `Zadzwoń: ${name}`,
  videoCallTo: (name) => `Rozmowa wideo: ${name}`,
  inAnotherCall: 'Trwa inna rozmowa',
  nobodyToCall: 'Nie wybrano, do kogo zadzwonić',
  notSignedIn: 'Aby zadzwonić, należy się zalogować',

  incomingAudio: 'Połączenie przychodzące',
  incomingVideo: 'Przychodząca rozmowa wideo',
  isCalling: (name) => `Dzwoni ${name}`,
  keyToCall: 'Naciśnięcie F6 przenosi do połączenia.',
  soundBlocked: 'Aby usłyszeć dzwonek, wystarczy kliknąć w dowolnym miejscu',

  callWith: (name) => `Rozmowa: ${name}`,
  moveWindow: 'Przesuwanie klawiszami strzałek',
  isMuted: (name) => `${name} ma wyciszony mikrofon`,
  sharesScreen: (name) => `${name} udostępnia ekran`,
  youShareScreen: 'Udostępniasz swój ekran',

  phases: {
    initiating: 'Dzwonienie…',
    ringing: 'Dzwoni…',
    incoming: 'Połączenie przychodzące',
    connecting: 'Łączenie…',
    connected: 'Połączono',
    reconnecting: 'Ponowne łączenie…',
    ended: 'Rozmowa zakończona',
  },
  relayed: 'Połączono przez serwer pośredniczący',
  weak: 'Połączenie jest słabe',
  callGoesOn: 'Rozmowa trwa. Przerwane jest tylko jej połączenie z usługą połączeń.',
  presence: {
    available: 'Dostępny',
    away: 'Zaraz wracam',
    busy: 'Zajęty',
    'do-not-disturb': 'Nie przeszkadzać',
    offline: 'Offline',
  },
  devices: {mic: 'Mikrofon', camera: 'Kamera', screen: 'Udostępnij ekran', speaker: 'Głośnik'},
  settings: 'Ustawienia',
  nothingToChoose: 'Jest tylko po jednym urządzeniu każdego rodzaju.',
  pending: {
    mic: 'Włączanie mikrofonu…',
    camera: 'Włączanie kamery…',
    screen: 'Wybieranie, co udostępnić…',
  },
  unavailable: {
    mic: 'Brak działającego mikrofonu',
    camera: 'Brak działającej kamery',
    screen: 'Ta przeglądarka nie może udostępniać ekranu',
  },

  ends: {
    'hung-up': {local: 'Rozłączono', remote: (name) => `${name} – rozłączenie z tamtej strony`, system: 'Rozmowa zakończona'},
    declined: {
      local: 'Połączenie odrzucone',
      remote: (name) => `${name} nie przyjmuje połączenia`,
      system: 'Połączenie zostało odrzucone',
    },
    busy: {
      local: 'Trwała inna rozmowa',
      remote: (name) => `${name} prowadzi inną rozmowę`,
      system: (name) => `${name} prowadzi inną rozmowę`,
    },
    'no-answer': {local: 'Połączenie nieodebrane', remote: 'Nikt nie odebrał', system: 'Nikt nie odebrał'},
    cancelled: {
      local: 'Połączenie anulowane',
      remote: (name) => `${name} już nie dzwoni`,
      system: 'Połączenie zostało anulowane',
    },
    unreachable: (name) => `${name} jest poza zasięgiem`,
    'answered-elsewhere': 'Odebrano na innym urządzeniu',
    'declined-elsewhere': 'Odrzucono na innym urządzeniu',
    'media-denied': {
      local: 'Odmówiono dostępu do mikrofonu',
      remote: (name) => `${name} nie zezwala na użycie mikrofonu`,
      system: 'Odmówiono dostępu do mikrofonu',
    },
    'no-device': {
      local: 'Nie znaleziono mikrofonu',
      remote: (name) => `${name} nie ma mikrofonu`,
      system: 'Nie znaleziono mikrofonu',
    },
    'connection-failed': 'Nie udało się nawiązać połączenia',
    'signaling-failed': 'Usługa połączeń jest niedostępna',
    'page-closed': {
      local: 'Ta strona została opuszczona',
      remote: (name) => `${name} jest już poza stroną`,
      system: 'Strona została opuszczona',
    },
    vetoed: {
      local: 'Ta strona nie zezwoliła na połączenie',
      remote: (name) => `Strona po drugiej stronie (${name}) nie zezwoliła na połączenie`,
      system: 'Ta strona nie zezwoliła na połączenie',
    },
  },

  errors: plTrouble,
};
