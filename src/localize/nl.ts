import {nlTrouble} from './nl-trouble.js';
import type {LanguageTerms} from './terms.js';

/** Dutch. */
export const nl: LanguageTerms = {
  dir: 'ltr',

  call: 'Bellen',
  cancel: 'Annuleren',
  answer: 'Opnemen',
  answerAudio: 'Opnemen zonder camera',
  decline: 'Weigeren',
  hangUp: 'Ophangen',
  close: 'Sluiten',

  audioCallTo: (name) => `${name} bellen`,
  videoCallTo: (name) => `Videogesprek met ${name} starten`,
  inAnotherCall: 'U bent in een ander gesprek',
  nobodyToCall: 'Niemand om te bellen',
  notSignedIn: 'Meld u aan om te bellen',

  incomingAudio: 'Inkomende oproep',
  incomingVideo: 'Inkomende video-oproep',
  isCalling: (name) => `${name} belt u`,
  keyToCall: 'Druk op F6 om naar de oproep te gaan.',
  soundBlocked: 'Klik ergens om de beltoon te horen',

  callWith: (name) => `Gesprek met ${name}`,
  moveWindow: 'Verplaatsen met de pijltoetsen',
  isMuted: (name) => `De microfoon van ${name} staat uit`,
  sharesScreen: (name) => `${name} deelt het scherm`,
  youShareScreen: 'U deelt uw scherm',

  phases: {
    initiating: 'Bezig met bellen…',
    ringing: 'Gaat over…',
    incoming: 'Inkomende oproep',
    connecting: 'Verbinding maken…',
    connected: 'Verbonden',
    reconnecting: 'Opnieuw verbinding maken…',
    ended: 'Gesprek beëindigd',
  },
  relayed: 'Verbonden via een relayserver',
  weak: 'De verbinding is zwak',
  callGoesOn: 'Het gesprek gaat door. Alleen de verbinding met de beldienst is verbroken.',
  presence: {
    available: 'Beschikbaar',
    away: 'Afwezig',
    busy: 'Bezet',
    'do-not-disturb': 'Niet storen',
    offline: 'Offline',
  },
  devices: {mic: 'Microfoon', camera: 'Camera', screen: 'Scherm delen', speaker: 'Luidspreker'},
  settings: 'Instellingen',
  nothingToChoose: 'Er is van elk apparaat maar één.',
  pending: {
    mic: 'Microfoon wordt ingeschakeld…',
    camera: 'Camera wordt ingeschakeld…',
    screen: 'Kiezen wat u wilt delen…',
  },
  unavailable: {
    mic: 'Er is geen bruikbare microfoon',
    camera: 'Er is geen bruikbare camera',
    screen: 'Deze browser kan het scherm niet delen',
  },

  ends: {
    'hung-up': {local: 'U hebt opgehangen', remote: (name) => `${name} heeft opgehangen`, system: 'Het gesprek is beëindigd'},
    declined: {
      local: 'U hebt de oproep geweigerd',
      remote: (name) => `${name} heeft de oproep geweigerd`,
      system: 'De oproep is geweigerd',
    },
    busy: {
      local: 'U was in een ander gesprek',
      remote: (name) => `${name} is in gesprek`,
      system: (name) => `${name} is in gesprek`,
    },
    'no-answer': {local: 'U hebt niet opgenomen', remote: 'Er werd niet opgenomen', system: 'Er werd niet opgenomen'},
    cancelled: {
      local: 'U hebt de oproep geannuleerd',
      remote: (name) => `${name} heeft de oproep geannuleerd`,
      system: 'De oproep is geannuleerd',
    },
    unreachable: (name) => `${name} is niet bereikbaar`,
    'answered-elsewhere': 'Opgenomen op een ander apparaat',
    'declined-elsewhere': 'Geweigerd op een ander apparaat',
    'media-denied': {
      local: 'De toegang tot de microfoon is geweigerd',
      remote: (name) => `${name} heeft de microfoon niet toegestaan`,
      system: 'De toegang tot de microfoon is geweigerd',
    },
    'no-device': {
      local: 'Er is geen microfoon gevonden',
      remote: (name) => `${name} heeft geen microfoon`,
      system: 'Er is geen microfoon gevonden',
    },
    'connection-failed': 'De verbinding is mislukt',
    'signaling-failed': 'De beldienst is niet bereikbaar',
    'page-closed': {
      local: 'Deze pagina is verlaten',
      remote: (name) => `${name} heeft de pagina verlaten`,
      system: 'De pagina is verlaten',
    },
    vetoed: {
      local: 'Deze pagina heeft het gesprek niet toegestaan',
      remote: (name) => `De pagina van ${name} heeft het gesprek niet toegestaan`,
      system: 'Deze pagina heeft het gesprek niet toegestaan',
    },
  },

  errors: nlTrouble,
};
