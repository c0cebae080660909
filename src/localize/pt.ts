import {ptTrouble} from './pt-trouble.js';
import type {LanguageTerms} from './terms.js';

/** Portuguese, in words that are understood on both sides of the Atlantic. */
export const pt: LanguageTerms = {
  dir: 'ltr',

  call: 'Ligar',
  cancel: 'Cancelar',
  answer: 'Atender',
  answerAudio: 'Atender sem câmera',
  decline: 'Recusar',
  hangUp: 'Desligar',
  close: 'Fechar',

  audioCallTo: (name) => `Ligar para ${name}`,
  videoCallTo: (name) => `Videochamada para ${name}`,
  inAnotherCall: 'Você está em outra chamada',
  nobodyToCall: 'Ninguém para chamar',
  notSignedIn: 'Entre para ligar',

  incomingAudio: 'Chamada recebida',
  incomingVideo: 'Videochamada recebida',
  isCalling: (name) => `${name} está ligando para você`,
  keyToCall: 'Pressione F6 para ir à chamada.',
  soundBlocked: 'Clique em qualquer lugar para ouvir o toque',

  callWith: (name) => `Chamada com ${name}`,
  moveWindow: 'Mover com as teclas de seta',
  isMuted: (name) => `O microfone de ${name} está desativado`,
  sharesScreen: (name) => `${name} está compartilhando a tela`,
  youShareScreen: 'Você está compartilhando sua tela',

  phases: {
    initiating: 'Chamando…',
    ringing: 'Tocando…',
    incoming: 'Chamada recebida',
    connecting: 'Conectando…',
    connected: 'Conectado',
    reconnecting: 'Reconectando…',
    ended: 'Chamada encerrada',
  },
  relayed: 'Conectado por um servidor de retransmissão',
  weak: 'A conexão está fraca',
  callGoesOn: 'A chamada continua. Só a conexão dela com o serviço de chamadas foi perdida.',
  presence: {
    available: 'Disponível',
    away: 'Ausente',
    busy: 'Ocupado',
    'do-not-disturb': 'Não perturbe',
    offline: 'Offline',
  },
  devices: {mic: 'Microfone', camera: 'Câmera', screen: 'Compartilhar tela', speaker: 'Alto-falante'},
  settings: 'Configurações',
  nothingToChoose: 'Há apenas um dispositivo de cada tipo.',
  pending: {
    mic: 'Ativando o microfone…',
    camera: 'Ativando a câmera…',
    screen: 'Escolhendo o que compartilhar…',
  },
  unavailable: {
    mic: 'Nenhum microfone disponível',
    camera: 'Nenhuma câmera disponível',
    screen: 'Este navegador não consegue compartilhar a tela',
  },

  ends: {
    'hung-up': {local: 'Você desligou', remote: (name) => `${name} desligou`, system: 'A chamada terminou'},
    declined: {
      local: 'Você recusou a chamada',
      remote: (name) => `${name} recusou a chamada`,
      system: 'A chamada foi recusada',
    },
    busy: {
      local: 'Você estava em outra chamada',
      remote: (name) => `A linha de ${name} está ocupada`,
      system: (name) => `A linha de ${name} está ocupada`,
    },
    'no-answer': {local: 'Você não atendeu', remote: 'Ninguém atendeu', system: 'Ninguém atendeu'},
    cancelled: {
      local: 'Você cancelou a chamada',
      remote: (name) => `${name} cancelou a chamada`,
      system: 'A chamada foi cancelada',
    },
    unreachable: (name) => `Não foi possível contatar ${name}`,
    'answered-elsewhere': 'Atendida em outro dispositivo',
    'declined-elsewhere': 'Recusada em outro dispositivo',
    'media-denied': {
      local: 'O acesso ao microfone foi negado',
      remote: (name) => `${name} não permitiu o microfone`,
      system: 'O acesso ao microfone foi negado',
    },
    'no-device': {
      local: 'Nenhum microfone foi encontrado',
      remote: (name) => `${name} não tem microfone`,
      system: 'Nenhum microfone foi encontrado',
    },
    'connection-failed': 'A conexão falhou',
    'signaling-failed': 'Não foi possível acessar o serviço de chamadas',
    'page-closed': {
      local: 'Você saiu desta página',
      remote: (name) => `${name} saiu da página`,
      system: 'A página foi deixada',
    },
    vetoed: {
      local: 'Esta página não permitiu a chamada',
      remote: (name) => `A página de ${name} não permitiu a chamada`,
      system: 'Esta página não permitiu a chamada',
    },
  },

  errors: ptTrouble,
};
