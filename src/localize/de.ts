import {deTrouble} from './de-trouble.js';
import type {LanguageTerms} from './terms.js';

/** German. */
export const de: LanguageTerms = {
  dir: 'ltr',

  call: 'Anrufen',
  cancel: 'Abbrechen',
  answer: 'Annehmen',
  answerAudio: 'Ohne Kamera annehmen',
  decline: 'Ablehnen',
  hangUp: 'Auflegen',
  close: 'Schließen',

  audioCallTo: (name) => `${name} anrufen`,
  videoCallTo: (name) => `Videoanruf an ${name}`,
  inAnotherCall: 'Sie sind bereits in einem Gespräch',
  nobodyToCall: 'Niemand zum Anrufen ausgewählt',
  notSignedIn: 'Melden Sie sich an, um anzurufen',

  incomingAudio: 'Eingehender Anruf',
  incomingVideo: 'Eingehender Videoanruf',
  isCalling: (name) => `${name} ruft Sie an`,
  keyToCall: 'Drücken Sie F6, um zum Anruf zu gelangen.',
  soundBlocked: 'Klicken Sie auf eine beliebige Stelle, um das Klingeln zu hören',

  callWith: (name) => `Gespräch mit ${name}`,
  moveWindow: 'Mit den Pfeiltasten verschieben',
  isMuted: (name) => `${name} ist stummgeschaltet`,
  sharesScreen: (name) => `${name} teilt den Bildschirm`,
  youShareScreen: 'Sie teilen Ihren Bildschirm',

  phases: {
    initiating: 'Anruf wird aufgebaut …',
    ringing: 'Es klingelt …',
    incoming: 'Eingehender Anruf',
    connecting: 'Verbindung wird hergestellt …',
    connected: 'Verbunden',
    reconnecting: 'Verbindung wird wiederhergestellt …',
    ended: 'Anruf beendet',
  },
  relayed: 'Über einen Relay-Server verbunden',
  weak: 'Die Verbindung ist schwach',
  callGoesOn: 'Das Gespräch läuft weiter. Nur die Verbindung zum Anrufdienst ist unterbrochen.',
  presence: {
    available: 'Verfügbar',
    away: 'Abwesend',
    busy: 'Beschäftigt',
    'do-not-disturb': 'Nicht stören',
    offline: 'Offline',
  },
  devices: {mic: 'Mikrofon', camera: 'Kamera', screen: 'Bildschirm teilen', speaker: 'Lautsprecher'},
  settings: 'Einstellungen',
  nothingToChoose: 'Es gibt von jedem Gerät nur eines.',
  pending: {
    mic: 'Mikrofon wird eingeschaltet …',
    camera: 'Kamera wird eingeschaltet …',
    screen: 'Inhalt zum Teilen wird ausgewählt …',
  },
  unavailable: {
    mic: 'Kein Mikrofon verfügbar',
    camera: 'Keine Kamera verfügbar',
    screen: 'Dieser Browser kann den Bildschirm nicht teilen',
  },

  ends: {
    'hung-up': {local: 'Sie haben aufgelegt', remote: (name) => `${name} hat aufgelegt`, system: 'Der Anruf ist beendet'},
    declined: {
      local: 'Sie haben abgelehnt',
      remote: (name) => `${name} hat den Anruf abgelehnt`,
      system: 'Der Anruf wurde abgelehnt',
    },
    busy: {
      local: 'Sie waren in einem anderen Gespräch',
      remote: (name) => `Bei ${name} ist besetzt`,
      system: (name) => `Bei ${name} ist besetzt`,
    },
    'no-answer': {
      local: 'Sie haben den Anruf nicht angenommen',
      remote: 'Niemand hat den Anruf angenommen',
      system: 'Niemand hat den Anruf angenommen',
    },
    cancelled: {
      local: 'Sie haben den Anruf abgebrochen',
      remote: (name) => `${name} hat den Anruf abgebrochen`,
      system: 'Der Anruf wurde abgebrochen',
    },
    unreachable: (name) => `${name} ist nicht erreichbar`,
    'answered-elsewhere': 'Auf einem anderen Gerät angenommen',
    'declined-elsewhere': 'Auf einem anderen Gerät abgelehnt',
    'media-denied': {
      local: 'Der Zugriff auf das Mikrofon wurde verweigert',
      remote: (name) => `${name} hat den Zugriff auf das Mikrofon nicht erlaubt`,
      system: 'Der Zugriff auf das Mikrofon wurde verweigert',
    },
    'no-device': {
      local: 'Es wurde kein Mikrofon gefunden',
      remote: (name) => `${name} hat kein Mikrofon`,
      system: 'Es wurde kein Mikrofon gefunden',
    },
    'connection-failed': 'Die Verbindung ist fehlgeschlagen',
    'signaling-failed': 'Der Anrufdienst ist nicht erreichbar',
    'page-closed': {
      local: 'Diese Seite wurde verlassen',
      remote: (name) => `${name} hat die Seite verlassen`,
      system: 'Die Seite wurde verlassen',
    },
    vetoed: {
      local: 'Diese Seite hat den Anruf nicht zugelassen',
      remote: (name) => `Die Seite von ${name} hat den Anruf nicht zugelassen`,
      system: 'Diese Seite hat den Anruf nicht zugelassen',
    },
  },

  errors: deTrouble,
};
