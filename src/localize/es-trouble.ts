import type {LanguageTerms} from './terms.js';

/** What is said of troubles in Spanish. */
export const esTrouble: LanguageTerms['errors'] = {
  'call-refused': {
    sentence: 'El servicio de llamadas no ha permitido esta llamada.',
    wayOut: 'Espere un minuto y vuelva a llamar, o pregunte al responsable de esta página quién puede llamar a quién.',
  },
  'callee-missing': {
    sentence: 'No se ha indicado a quién llamar.',
    wayOut: 'Elija a una persona y vuelva a llamar.',
  },
  'connector-failed': {
    sentence: 'El servicio de llamadas no se ha iniciado.',
    wayOut: 'Inténtelo de nuevo dentro de un momento.',
  },
  'connector-unknown': {
    sentence: 'Esta página no conoce ese servicio de llamadas.',
    wayOut: 'Pida al responsable de esta página que revise su configuración.',
  },
  'device-busy': {
    sentence: 'Otro programa está usando el micrófono o la cámara.',
    wayOut: 'Cierre ese programa y vuelva a activar el dispositivo aquí.',
  },
  'device-lost': {
    sentence: 'Se ha desconectado un micrófono o una cámara.',
    wayOut: 'Conecte el dispositivo y vuelva a activarlo.',
  },
  'insecure-context': {
    sentence: 'Las llamadas necesitan una página segura.',
    wayOut: 'Abra esta página con su dirección https://.',
  },
  'mic-denied': {
    sentence: 'El micrófono está bloqueado para esta página.',
    wayOut: 'Permítalo en la barra de direcciones del navegador e inténtelo de nuevo.',
  },
  'camera-denied': {
    sentence: 'La cámara está bloqueada para esta página.',
    wayOut: 'Permítala en la barra de direcciones del navegador y actívela.',
  },
  'permission-dismissed': {
    sentence: 'Se ha cerrado la pregunta sobre el micrófono.',
    wayOut: 'Inténtelo de nuevo y elija «Permitir».',
  },
  'no-mic': {sentence: 'No se ha encontrado ningún micrófono.', wayOut: 'Conecte uno e inténtelo de nuevo.'},
  'no-camera': {sentence: 'No se ha encontrado ninguna cámara.', wayOut: 'Conecte una o continúe sin ella.'},
  'policy-blocked': {
    sentence: 'Esta página no puede usar el micrófono ni la cámara.',
    wayOut: 'Pida al responsable de esta página que lo permita.',
  },
  'relay-missing': {
    sentence: 'Esta llamada necesita un servidor de retransmisión y no hay ninguno configurado.',
    wayOut: 'Pida al responsable de esta página que añada un servidor TURN.',
  },
  'relay-refused': {
    sentence: 'El servidor de retransmisión ha rechazado sus credenciales.',
    wayOut: 'Pida al responsable de esta página que revise su servidor TURN.',
  },
  'relay-unreachable': {
    sentence: 'No se ha encontrado ningún camino directo ni se ha podido acceder a un servidor de retransmisión.',
    wayOut: 'Pruebe con otra red o solicite un servidor TURN en el puerto 443.',
  },
  'screen-denied': {
    sentence: 'No se ha compartido la pantalla.',
    wayOut: 'Pulse de nuevo y elija qué desea compartir.',
  },
  'screen-unsupported': {
    sentence: 'Este navegador no puede compartir la pantalla.',
    wayOut: 'Para compartirla, use un navegador en un ordenador.',
  },
  'signaling-lost': {
    sentence: 'Se ha perdido la conexión con el servicio de llamadas.',
    wayOut: 'Compruebe su red. La conexión se restablece por sí sola.',
  },
  'signaling-refused': {
    sentence: 'El servicio de llamadas ha rechazado el inicio de sesión.',
    wayOut: 'Vuelva a cargar la página e inicie sesión de nuevo.',
  },
  'sound-blocked': {
    sentence: 'El navegador retiene el sonido.',
    wayOut: 'Haga clic en cualquier lugar de la página para oírlo.',
  },
  'user-missing': {sentence: 'Nadie ha iniciado sesión aquí.', wayOut: 'Inicie sesión y vuelva a llamar.'},
  'webrtc-unsupported': {
    sentence: 'Este navegador no puede hacer llamadas.',
    wayOut: 'Use un navegador actual.',
  },
  'window-blocked': {
    sentence: 'El navegador ha bloqueado la ventana de esta llamada.',
    wayOut: 'La llamada está en esta página. Permita aquí las ventanas emergentes para que la próxima tenga la suya.',
  },
  'already-in-call': {sentence: 'Está en otra llamada.', wayOut: 'Finalice primero esa llamada.'},
  'connection-failed': {
    sentence: 'No se ha podido establecer conexión con la otra persona.',
    wayOut: 'Compruebe su red y vuelva a llamar.',
  },
};
