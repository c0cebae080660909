import {itTrouble} from './it-trouble.js';
import type {LanguageTerms} from './terms.js';

/** Italian. */
export const it: LanguageTerms = {
  dir: 'ltr',

  call: 'Chiama',
  cancel: 'Annulla',
  answer: 'Rispondi',
  answerAudio: 'Rispondi senza videocamera',
  decline: 'Rifiuta',
  hangUp: 'Riaggancia',
  close: 'Chiudi',

  audioCallTo: (name) => `Chiama ${name}`,
  videoCallTo: (name) => `Videochiamata a ${name}`,
  inAnotherCall: 'Lei è già in un’altra chiamata',
  nobodyToCall: 'Nessuno da chiamare',
  notSignedIn: 'Acceda per chiamare',

  incomingAudio: 'Chiamata in arrivo',
  incomingVideo: 'Videochiamata in arrivo',
  isCalling: (name) => `${name} la sta chiamando`,
  keyToCall: 'Prema F6 per andare alla chiamata.',
  soundBlocked: 'Faccia clic in un punto qualsiasi per sentire la suoneria',

  callWith: (name) => `Chiamata con ${name}`,
  moveWindow: 'Sposta con i tasti freccia',
  isMuted: (name) => `Il microfono di ${name} è disattivato`,
  sharesScreen: (name) => `${name} condivide lo schermo`,
  youShareScreen: 'Sta condividendo lo schermo',

  phases: {
    initiating: 'Chiamata in corso…',
    ringing: 'Sta squillando…',
    incoming: 'Chiamata in arrivo',
    connecting: 'Connessione…',
    connected: 'Connesso',
    reconnecting: 'Riconnessione…',
    ended: 'Chiamata terminata',
  },
  relayed: 'Connesso tramite un server di inoltro',
  weak: 'La connessione è debole',
  callGoesOn: 'La chiamata continua. Si è interrotto solo il collegamento con il servizio di chiamata.',
  presence: {
    available: 'Disponibile',
    away: 'Assente',
    busy: 'Occupato',
    'do-not-disturb': 'Non disturbare',
    offline: 'Non in linea',
  },
  devices: {mic: 'Microfono', camera: 'Videocamera', screen: 'Condividi schermo', speaker: 'Altoparlante'},
  settings: 'Impostazioni',
  nothingToChoose: 'C’è un solo dispositivo per tipo.',
  pending: {
    mic: 'Attivazione del microfono…',
    camera: 'Attivazione della videocamera…',
    screen: 'Scelta di che cosa condividere…',
  },
  unavailable: {
    mic: 'Nessun microfono utilizzabile',
    camera: 'Nessuna videocamera utilizzabile',
    screen: 'Questo browser non può condividere lo schermo',
  },

  ends: {
    'hung-up': {local: 'Ha riagganciato', remote: (name) => `${name} ha riagganciato`, system: 'La chiamata è terminata'},
    declined: {
      local: 'Ha rifiutato la chiamata',
      remote: (name) => `${name} ha rifiutato la chiamata`,
      system: 'La chiamata è stata rifiutata',
    },
    busy: {
      local: 'Era in un’altra chiamata',
      remote: (name) => `La linea di ${name} è occupata`,
      system: (name) => `La linea di ${name} è occupata`,
    },
    'no-answer': {local: 'Non ha risposto', remote: 'Nessuna risposta', system: 'Nessuna risposta'},
    cancelled: {
      local: 'Ha annullato la chiamata',
      remote: (name) => `${name} ha annullato la chiamata`,
      system: 'La chiamata è stata annullata',
    },
    unreachable: (name) => `${name} non è raggiungibile`,
    'answered-elsewhere': 'Risposta su un altro dispositivo',
    'declined-elsewhere': 'Rifiutata su un altro dispositivo',
    'media-denied': {
      local: 'L’accesso al microfono è stato negato',
      remote: (name) => `${name} non ha consentito l’uso del microfono`,
      system: 'L’accesso al microfono è stato negato',
    },
    'no-device': {
      local: 'Nessun microfono trovato',
      remote: (name) => `${name} non ha un microfono`,
      system: 'Nessun microfono trovato',
    },
    'connection-failed': 'La connessione non è riuscita',
    'signaling-failed': 'Il servizio di chiamata non è raggiungibile',
    'page-closed': {
      local: 'Questa pagina è stata lasciata',
      remote: (name) => `${name} ha lasciato la pagina`,
      system: 'La pagina è stata lasciata',
    },
    vetoed: {
      local: 'Questa pagina non ha consentito la chiamata',
      remote: (name) => `La pagina di ${name} non ha consentito la chiamata`,
      system: 'Questa pagina non ha consentito la chiamata',
    },
  },

  errors: itTrouble,
};
