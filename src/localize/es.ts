import {esTrouble} from './es-trouble.js';
import type {LanguageTerms} from './terms.js';

/** Spanish. */
export const es: LanguageTerms = {
  dir: 'ltr',

  call: 'Llamar',
  cancel: 'Cancelar',
  answer: 'Contestar',
  answerAudio: 'Contestar sin cámara',
  decline: 'Rechazar',
  hangUp: 'Colgar',
  close: 'Cerrar',

  audioCallTo: (name) => `Llamar a ${name}`,
  videoCallTo: (name) => `Videollamada a ${name}`,
  inAnotherCall: 'Está en otra llamada',
  nobodyToCall: 'No hay nadie a quien llamar',
  notSignedIn: 'Inicie sesión para llamar',

  incomingAudio: 'Llamada entrante',
  incomingVideo: 'Videollamada entrante',
  isCalling: (name) => `${name} le está llamando`,
  keyToCall: 'Pulse F6 para ir a la llamada.',
  soundBlocked: 'Haga clic en cualquier lugar para oír el tono',

  callWith: (name) => `Llamada con ${name}`,
  moveWindow: 'Mover con las teclas de flecha',
  isMuted: (name) => `${name} tiene el micrófono silenciado`,
  sharesScreen: (name) => `${name} comparte su pantalla`,
  youShareScreen: 'Está compartiendo su pantalla',

  phases: {
    initiating: 'Llamando…',
    ringing: 'Sonando…',
    incoming: 'Llamada entrante',
    connecting: 'Conectando…',
    connected: 'Conectado',
    reconnecting: 'Reconectando…',
    ended: 'Llamada finalizada',
  },
  relayed: 'Conectado a través de un servidor de retransmisión',
  weak: 'La conexión es débil',
  callGoesOn: 'La llamada continúa. Solo se ha perdido su conexión con el servicio de llamadas.',
  presence: {
    available: 'Disponible',
    away: 'Ausente',
    busy: 'Ocupado',
    'do-not-disturb': 'No molestar',
    offline: 'Desconectado',
  },
  devices: {mic: 'Micrófono', camera: 'Cámara', screen: 'Compartir pantalla', speaker: 'Altavoz'},
  settings: 'Ajustes',
  nothingToChoose: 'Solo hay un dispositivo de cada tipo.',
  pending: {
    mic: 'Activando el micrófono…',
    camera: 'Activando la cámara…',
    screen: 'Eligiendo qué compartir…',
  },
  unavailable: {
    mic: 'No hay ningún micrófono disponible',
    camera: 'No hay ninguna cámara disponible',
    screen: 'Este navegador no puede compartir la pantalla',
  },

  ends: {
    'hung-up': {local: 'Ha colgado', remote: (name) => `${name} ha colgado`, system: 'La llamada ha terminado'},
    declined: {
      local: 'Ha rechazado la llamada',
      remote: (name) => `${name} ha rechazado la llamada`,
      system: 'La llamada fue rechazada',
    },
    busy: {
      local: 'Estaba en otra llamada',
      remote: (name) => `${name} comunica`,
      system: (name) => `${name} comunica`,
    },
    'no-answer': {local: 'No ha contestado', remote: 'Nadie ha contestado', system: 'Nadie ha contestado'},
    cancelled: {
      local: 'Ha cancelado la llamada',
      remote: (name) => `${name} ha cancelado la llamada`,
      system: 'La llamada fue cancelada',
    },
    unreachable: (name) => `No se puede localizar a ${name}`,
    'answered-elsewhere': 'Contestada en otro dispositivo',
    'declined-elsewhere': 'Rechazada en otro dispositivo',
    'media-denied': {
      local: 'Se denegó el acceso al micrófono',
      remote: (name) => `${name} no ha permitido el micrófono`,
      system: 'Se denegó el acceso al micrófono',
    },
    'no-device': {
      local: 'No se encontró ningún micrófono',
      remote: (name) => `${name} no tiene micrófono`,
      system: 'No se encontró ningún micrófono',
    },
    'connection-failed': 'La conexión ha fallado',
    'signaling-failed': 'No se puede acceder al servicio de llamadas',
    'page-closed': {
      local: 'Ha salido de esta página',
      remote: (name) => `${name} ha salido de la página`,
      system: 'Se ha salido de la página',
    },
    vetoed: {
      local: 'Esta página no ha permitido la llamada',
      remote: (name) => `La página de ${name} no ha permitido la llamada`,
      system: 'Esta página no ha permitido la llamada',
    },
  },

  errors: esTrouble,
};
