import type {LanguageTerms} from './terms.js';

/** What is said of troubles in Italian. */
export const itTrouble: LanguageTerms['errors'] = {
  'call-refused': {
    sentence: 'Il servizio di chiamata non ha consentito questa chiamata.',
    wayOut: 'Attenda un minuto e richiami, oppure chieda al responsabile di questa pagina chi può chiamare chi.',
  },
  'callee-missing': {sentence: 'Non è stato indicato chi chiamare.', wayOut: 'Scelga una persona e richiami.'},
  'connector-failed': {sentence: 'Il servizio di chiamata non si è avviato.', wayOut: 'Riprovi tra un momento.'},
  'connector-unknown': {
    sentence: 'Questa pagina non conosce quel servizio di chiamata.',
    wayOut: 'Chieda al responsabile di questa pagina di controllarne le impostazioni.',
  },
  'device-busy': {
    sentence: 'Un altro programma sta usando il microfono o la videocamera.',
    wayOut: 'Chiuda quel programma, poi riattivi il dispositivo qui.',
  },
  'device-lost': {
    sentence: 'Un microfono o una videocamera è stato scollegato.',
    wayOut: 'Ricolleghi il dispositivo, poi lo riattivi.',
  },
  'insecure-context': {
    sentence: 'Le chiamate richiedono una pagina sicura.',
    wayOut: 'Apra questa pagina con il suo indirizzo https://.',
  },
  'mic-denied': {
    sentence: 'Il microfono è bloccato per questa pagina.',
    wayOut: 'Lo consenta nella barra degli indirizzi del browser, poi riprovi.',
  },
  'camera-denied': {
    sentence: 'La videocamera è bloccata per questa pagina.',
    wayOut: 'La consenta nella barra degli indirizzi del browser, poi la attivi.',
  },
  'permission-dismissed': {
    sentence: 'La domanda sul microfono è stata chiusa.',
    wayOut: 'Riprovi e scelga Consenti.',
  },
  'no-mic': {sentence: 'Nessun microfono trovato.', wayOut: 'Ne colleghi uno, poi riprovi.'},
  'no-camera': {sentence: 'Nessuna videocamera trovata.', wayOut: 'Ne colleghi una o continui senza.'},
  'policy-blocked': {
    sentence: 'Questa pagina non può usare il microfono o la videocamera.',
    wayOut: 'Chieda al responsabile di questa pagina di consentirlo.',
  },
  'relay-missing': {
    sentence: 'Questa chiamata richiede un server di inoltro, ma non ne è configurato nessuno.',
    wayOut: 'Chieda al responsabile di questa pagina di aggiungere un server TURN.',
  },
  'relay-refused': {
    sentence: 'Il server di inoltro ha rifiutato le sue credenziali.',
    wayOut: 'Chieda al responsabile di questa pagina di controllare il server TURN.',
  },
  'relay-unreachable': {
    sentence: 'Non è stato trovato un percorso diretto e nessun server di inoltro era raggiungibile.',
    wayOut: 'Provi un’altra rete o chieda un server TURN sulla porta 443.',
  },
  'screen-denied': {sentence: 'Lo schermo non è stato condiviso.', wayOut: 'Prema di nuovo e scelga che cosa condividere.'},
  'screen-unsupported': {
    sentence: 'Questo browser non può condividere lo schermo.',
    wayOut: 'Per condividerlo, usi un browser su un computer.',
  },
  'signaling-lost': {
    sentence: 'Il collegamento con il servizio di chiamata si è interrotto.',
    wayOut: 'Controlli la rete. Il collegamento si ristabilisce da solo.',
  },
  'signaling-refused': {
    sentence: 'Il servizio di chiamata ha rifiutato l’accesso.',
    wayOut: 'Ricarichi la pagina e acceda di nuovo.',
  },
  'sound-blocked': {
    sentence: 'Il browser trattiene l’audio.',
    wayOut: 'Faccia clic in un punto qualsiasi della pagina per sentirlo.',
  },
  'user-missing': {sentence: 'Qui nessuno ha effettuato l’accesso.', wayOut: 'Acceda, poi richiami.'},
  'webrtc-unsupported': {sentence: 'Questo browser non può effettuare chiamate.', wayOut: 'Usi un browser aggiornato.'},
  'window-blocked': {
    sentence: 'Il browser ha bloccato la finestra di questa chiamata.',
    wayOut: 'La chiamata è in questa pagina. Consenta qui i popup per avere la prossima in una finestra.',
  },
  'already-in-call': {sentence: 'È già in un’altra chiamata.', wayOut: 'Termini prima quella chiamata.'},
  'connection-failed': {
    sentence: 'Non è stato possibile collegarsi all’altra persona.',
    wayOut: 'Controlli la rete, poi richiami.',
  },
};
