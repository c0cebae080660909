import type {LanguageTerms} from './terms.js';

/** What is said of troubles in Portuguese. */
export const ptTrouble: LanguageTerms['errors'] = {
  'call-refused': {
    sentence: 'O serviço de chamadas não permitiu esta chamada.',
    wayOut: 'Espere um minuto e ligue novamente, ou pergunte ao responsável por esta página quem pode ligar para quem.',
  },
  'callee-missing': {sentence: 'Não foi indicado para quem ligar.', wayOut: 'Escolha uma pessoa e ligue novamente.'},
  'connector-failed': {sentence: 'O serviço de chamadas não foi iniciado.', wayOut: 'Tente novamente em instantes.'},
  'connector-unknown': {
    sentence: 'Esta página não conhece esse serviço de chamadas.',
    wayOut: 'Peça ao responsável por esta página que verifique as configurações.',
  },
  'device-busy': {
    sentence: 'Outro programa está usando o microfone ou a câmera.',
    wayOut: 'Feche esse programa e ative o dispositivo aqui novamente.',
  },
  'device-lost': {
    sentence: 'Um microfone ou uma câmera foi desconectado.',
    wayOut: 'Conecte o dispositivo e ative-o novamente.',
  },
  'insecure-context': {
    sentence: 'As chamadas precisam de uma página segura.',
    wayOut: 'Abra esta página pelo endereço https://.',
  },
  'mic-denied': {
    sentence: 'O microfone está bloqueado para esta página.',
    wayOut: 'Permita-o na barra de endereço do navegador e tente novamente.',
  },
  'camera-denied': {
    sentence: 'A câmera está bloqueada para esta página.',
    wayOut: 'Permita-a na barra de endereço do navegador e ative-a.',
  },
  'permission-dismissed': {
    sentence: 'A pergunta sobre o microfone foi fechada.',
    wayOut: 'Tente novamente e escolha Permitir.',
  },
  'no-mic': {sentence: 'Nenhum microfone foi encontrado.', wayOut: 'Conecte um e tente novamente.'},
  'no-camera': {sentence: 'Nenhuma câmera foi encontrada.', wayOut: 'Conecte uma ou continue sem ela.'},
  'policy-blocked': {
    sentence: 'Esta página não pode usar o microfone nem a câmera.',
    wayOut: 'Peça ao responsável por esta página que permita isso.',
  },
  'relay-missing': {
    sentence: 'Esta chamada precisa de um servidor de retransmissão, e nenhum está configurado.',
    wayOut: 'Peça ao responsável por esta página que adicione um servidor TURN.',
  },
  'relay-refused': {
    sentence: 'O servidor de retransmissão recusou as credenciais.',
    wayOut: 'Peça ao responsável por esta página que verifique o servidor TURN.',
  },
  'relay-unreachable': {
    sentence: 'Não foi encontrado um caminho direto, e nenhum servidor de retransmissão pôde ser acessado.',
    wayOut: 'Tente outra rede ou peça um servidor TURN na porta 443.',
  },
  'screen-denied': {sentence: 'A tela não foi compartilhada.', wayOut: 'Pressione novamente e escolha o que compartilhar.'},
  'screen-unsupported': {
    sentence: 'Este navegador não consegue compartilhar a tela.',
    wayOut: 'Para compartilhá-la, use um navegador em um computador.',
  },
  'signaling-lost': {
    sentence: 'A conexão com o serviço de chamadas foi perdida.',
    wayOut: 'Verifique a rede. A conexão volta sozinha.',
  },
  'signaling-refused': {
    sentence: 'O serviço de chamadas recusou o acesso.',
    wayOut: 'Recarregue a página e entre novamente.',
  },
  'sound-blocked': {
    sentence: 'O navegador está retendo o som.',
    wayOut: 'Clique em qualquer lugar da página para ouvi-lo.',
  },
  'user-missing': {sentence: 'Ninguém entrou aqui.', wayOut: 'Entre e ligue novamente.'},
  'webrtc-unsupported': {sentence: 'Este navegador não consegue fazer chamadas.', wayOut: 'Use um navegador atual.'},
  'window-blocked': {
    sentence: 'O navegador bloqueou a janela desta chamada.',
    wayOut: 'A chamada está nesta página. Permita pop-ups aqui para que a próxima tenha uma janela.',
  },
  'already-in-call': {sentence: 'Você está em outra chamada.', wayOut: 'Encerre primeiro essa chamada.'},
  'connection-failed': {
    sentence: 'Não foi possível conectar com a outra pessoa.',
    wayOut: 'Verifique a rede e ligue novamente.',
  },
};
