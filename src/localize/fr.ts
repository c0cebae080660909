import type {LanguageTerms} from './terms.js';

/** French. */
export const fr: LanguageTerms = {
  dir: 'ltr',

  call: 'Appeler',
  cancel: 'Annuler',
  answer: 'Répondre',
  answerAudio: 'Répondre sans caméra',
  decline: 'Refuser',
  hangUp: 'Raccrocher',
  close: 'Fermer',

  audioCallTo: (name) => `Appeler ${name}`,
  videoCallTo: (name) => `Appel vidéo vers ${name}`,
  inAnotherCall: 'Vous êtes déjà en communication',
  nobodyToCall: 'Personne à appeler',
  notSignedIn: 'Connectez-vous pour appeler',

  incomingAudio: 'Appel entrant',
  incomingVideo: 'Appel vidéo entrant',
  isCalling: (name) => `${name} vous appelle`,
  keyToCall: 'Appuyez sur F6 pour aller à l’appel.',
  soundBlocked: 'Cliquez n’importe où pour entendre la sonnerie',

  callWith: (name) => `Appel avec ${name}`,
  moveWindow: 'Déplacer avec les touches fléchées',
  isMuted: (name) => `Le micro de ${name} est coupé`,
  sharesScreen: (name) => `${name} partage son écran`,
  youShareScreen: 'Vous partagez votre écran',

  phases: {
    initiating: 'Appel en cours…',
    ringing: 'Ça sonne…',
    incoming: 'Appel entrant',
    connecting: 'Connexion…',
    connected: 'En communication',
    reconnecting: 'Reconnexion…',
    ended: 'Appel terminé',
  },
  relayed: 'En communication par un relais',
  weak: 'La connexion est faible',
  callGoesOn: 'L’appel continue. Seule sa liaison avec le service d’appel est perdue.',
  presence: {
    available: 'Disponible',
    away: 'Absent',
    busy: 'Occupé',
    'do-not-disturb': 'Ne pas déranger',
    offline: 'Hors ligne',
  },
  devices: {mic: 'Micro', camera: 'Caméra', screen: 'Partager l’écran', speaker: 'Haut-parleur'},
  settings: 'Réglages',
  nothingToChoose: 'Il n’y a qu’un appareil de chaque sorte.',
  pending: {mic: 'Ouverture du micro…', camera: 'Ouverture de la caméra…', screen: 'Choix de l’écran à partager…'},
  unavailable: {
    mic: 'Aucun micro utilisable',
    camera: 'Aucune caméra utilisable',
    screen: 'Ce navigateur ne sait pas partager l’écran',
  },

  ends: {
    'hung-up': {local: 'Vous avez raccroché', remote: (name) => `${name} a raccroché`, system: 'L’appel est terminé'},
    declined: {local: 'Vous avez refusé', remote: (name) => `${name} a refusé l’appel`, system: 'L’appel a été refusé'},
    busy: {
      local: 'Vous étiez déjà en communication',
      remote: (name) => `${name} est en ligne avec quelqu’un d’autre`,
      system: (name) => `${name} est en ligne avec quelqu’un d’autre`,
    },
    'no-answer': {local: 'Vous n’avez pas répondu', remote: 'Personne n’a répondu', system: 'Personne n’a répondu'},
    cancelled: {
      local: 'Vous avez annulé l’appel',
      remote: (name) => `${name} a annulé l’appel`,
      system: 'L’appel a été annulé',
    },
    unreachable: (name) => `${name} est injoignable`,
    'answered-elsewhere': 'Répondu sur un autre appareil',
    'declined-elsewhere': 'Refusé sur un autre appareil',
    'media-denied': {
      local: 'L’accès au micro a été refusé',
      remote: (name) => `${name} n’a pas autorisé le micro`,
      system: 'L’accès au micro a été refusé',
    },
    'no-device': {
      local: 'Aucun micro n’a été trouvé',
      remote: (name) => `${name} n’a pas de micro`,
      system: 'Aucun micro n’a été trouvé',
    },
    'connection-failed': 'La connexion a échoué',
    'signaling-failed': 'Le service d’appel est injoignable',
    'page-closed': {
      local: 'Cette page a été quittée',
      remote: (name) => `${name} a quitté la page`,
      system: 'La page a été quittée',
    },
    vetoed: {
      local: 'Cette page n’a pas autorisé l’appel',
      remote: (name) => `La page de ${name} n’a pas autorisé l’appel`,
      system: 'Cette page n’a pas autorisé l’appel',
    },
  },

  errors: {
    'call-refused': {
      sentence: 'Le service d’appel n’a pas autorisé cet appel.',
      wayOut: 'Rappelez dans une minute, ou demandez au responsable de cette page qui peut appeler qui.',
    },
    'callee-missing': {sentence: 'Personne n’a été choisi.', wayOut: 'Choisissez une personne et rappelez.'},
    'connector-failed': {sentence: 'Le service d’appel n’a pas démarré.', wayOut: 'Réessayez dans un instant.'},
    'connector-unknown': {
      sentence: 'Cette page ne connaît pas ce service d’appel.',
      wayOut: 'Demandez au responsable de la page de vérifier ses réglages.',
    },
    'device-busy': {
      sentence: 'Un autre programme utilise le micro ou la caméra.',
      wayOut: 'Fermez ce programme, puis réactivez ici.',
    },
    'device-lost': {
      sentence: 'Un micro ou une caméra a été débranché.',
      wayOut: 'Rebranchez l’appareil, puis réactivez-le.',
    },
    'insecure-context': {
      sentence: 'Les appels exigent une page sécurisée.',
      wayOut: 'Ouvrez cette page par son adresse https://.',
    },
    'mic-denied': {
      sentence: 'Le micro est bloqué pour cette page.',
      wayOut: 'Autorisez-le dans la barre d’adresse, puis réessayez.',
    },
    'camera-denied': {
      sentence: 'La caméra est bloquée pour cette page.',
      wayOut: 'Autorisez-la dans la barre d’adresse, puis activez-la.',
    },
    'permission-dismissed': {
      sentence: 'La question sur le micro a été fermée.',
      wayOut: 'Réessayez et choisissez Autoriser.',
    },
    'no-mic': {sentence: 'Aucun micro n’a été trouvé.', wayOut: 'Branchez-en un, puis réessayez.'},
    'no-camera': {sentence: 'Aucune caméra n’a été trouvée.', wayOut: 'Branchez-en une, ou continuez sans elle.'},
    'policy-blocked': {
      sentence: 'Cette page n’a pas le droit d’utiliser le micro ou la caméra.',
      wayOut: 'Demandez au responsable de la page de l’autoriser.',
    },
    'relay-missing': {
      sentence: 'Cet appel exige un relais, et aucun n’est configuré.',
      wayOut: 'Demandez au responsable de la page d’ajouter un serveur TURN.',
    },
    'relay-refused': {
      sentence: 'Le relais a refusé ses identifiants.',
      wayOut: 'Demandez au responsable de la page de vérifier son serveur TURN.',
    },
    'relay-unreachable': {
      sentence: 'Aucun chemin direct n’a été trouvé, et aucun relais n’a pu être joint.',
      wayOut: 'Essayez un autre réseau, ou demandez un serveur TURN sur le port 443.',
    },
    'screen-denied': {
      sentence: 'L’écran n’a pas été partagé.',
      wayOut: 'Appuyez de nouveau et choisissez quoi partager.',
    },
    'screen-unsupported': {
      sentence: 'Ce navigateur ne sait pas partager l’écran.',
      wayOut: 'Partagez-le depuis le navigateur d’un ordinateur.',
    },
    'signaling-lost': {
      sentence: 'La liaison avec le service d’appel est perdue.',
      wayOut: 'Vérifiez le réseau. Elle se rétablit d’elle-même.',
    },
    'signaling-refused': {
      sentence: 'Le service d’appel a refusé la connexion.',
      wayOut: 'Rechargez la page et reconnectez-vous.',
    },
    'sound-blocked': {
      sentence: 'Le navigateur retient le son.',
      wayOut: 'Cliquez n’importe où sur la page pour l’entendre.',
    },
    'user-missing': {sentence: 'Personne n’est connecté ici.', wayOut: 'Connectez-vous, puis rappelez.'},
    'webrtc-unsupported': {
      sentence: 'Ce navigateur ne sait pas passer d’appels.',
      wayOut: 'Utilisez un navigateur récent.',
    },
    'already-in-call': {sentence: 'Vous êtes déjà en communication.', wayOut: 'Terminez d’abord cet appel.'},
    'window-blocked': {
      sentence: 'Le navigateur a bloqué la fenêtre de cet appel.',
      wayOut: 'L’appel est sur cette page. Autorisez ici les fenêtres pop-up pour que le prochain ait la sienne.',
    },
    'connection-failed': {
      sentence: 'Aucune liaison n’a pu être établie avec l’autre côté.',
      wayOut: 'Vérifiez le réseau, puis rappelez.',
    },
  },
};
