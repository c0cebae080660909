import type {LanguageTerms} from './terms.js';

/** What is said of troubles in German. */
export const deTrouble: LanguageTerms['errors'] = {
  'call-refused': {
    sentence: 'Der Anrufdienst hat diesen Anruf nicht zugelassen.',
    wayOut: 'Versuchen Sie es in einer Minute erneut oder fragen Sie die Betreiber dieser Seite, wer wen anrufen darf.',
  },
  'callee-missing': {
    sentence: 'Es wurde niemand zum Anrufen angegeben.',
    wayOut: 'Wählen Sie eine Person aus und rufen Sie erneut an.',
  },
  'connector-failed': {
    sentence: 'Der Anrufdienst konnte nicht gestartet werden.',
    wayOut: 'Versuchen Sie es gleich noch einmal.',
  },
  'connector-unknown': {
    sentence: 'Diese Seite kennt diesen Anrufdienst nicht.',
    wayOut: 'Bitten Sie die Betreiber dieser Seite, ihre Einstellungen zu prüfen.',
  },
  'device-busy': {
    sentence: 'Ein anderes Programm verwendet das Mikrofon oder die Kamera.',
    wayOut: 'Schließen Sie dieses Programm und schalten Sie das Gerät hier wieder ein.',
  },
  'device-lost': {
    sentence: 'Ein Mikrofon oder eine Kamera wurde getrennt.',
    wayOut: 'Schließen Sie das Gerät an und schalten Sie es wieder ein.',
  },
  'insecure-context': {
    sentence: 'Anrufe sind nur auf einer sicheren Seite möglich.',
    wayOut: 'Öffnen Sie diese Seite über ihre https://-Adresse.',
  },
  'mic-denied': {
    sentence: 'Das Mikrofon ist für diese Seite blockiert.',
    wayOut: 'Erlauben Sie es in der Adressleiste des Browsers und versuchen Sie es erneut.',
  },
  'camera-denied': {
    sentence: 'Die Kamera ist für diese Seite blockiert.',
    wayOut: 'Erlauben Sie sie in der Adressleiste des Browsers und schalten Sie sie ein.',
  },
  'permission-dismissed': {
    sentence: 'Die Frage nach dem Mikrofon wurde geschlossen.',
    wayOut: 'Versuchen Sie es erneut und wählen Sie „Zulassen“.',
  },
  'no-mic': {
    sentence: 'Es wurde kein Mikrofon gefunden.',
    wayOut: 'Schließen Sie eines an und versuchen Sie es erneut.',
  },
  'no-camera': {
    sentence: 'Es wurde keine Kamera gefunden.',
    wayOut: 'Schließen Sie eine an oder fahren Sie ohne Kamera fort.',
  },
  'policy-blocked': {
    sentence: 'Diese Seite darf Mikrofon und Kamera nicht verwenden.',
    wayOut: 'Bitten Sie die Betreiber dieser Seite, es zu erlauben.',
  },
  'relay-missing': {
    sentence: 'Dieser Anruf braucht einen Relay-Server, es ist aber keiner eingerichtet.',
    wayOut: 'Bitten Sie die Betreiber dieser Seite, einen TURN-Server hinzuzufügen.',
  },
  'relay-refused': {
    sentence: 'Der Relay-Server hat seine Zugangsdaten abgelehnt.',
    wayOut: 'Bitten Sie die Betreiber dieser Seite, ihren TURN-Server zu prüfen.',
  },
  'relay-unreachable': {
    sentence: 'Es wurde kein direkter Weg gefunden, und kein Relay-Server war erreichbar.',
    wayOut: 'Versuchen Sie es in einem anderen Netzwerk oder bitten Sie um einen TURN-Server auf Port 443.',
  },
  'screen-denied': {
    sentence: 'Der Bildschirm wurde nicht geteilt.',
    wayOut: 'Drücken Sie erneut und wählen Sie aus, was Sie teilen möchten.',
  },
  'screen-unsupported': {
    sentence: 'Dieser Browser kann den Bildschirm nicht teilen.',
    wayOut: 'Verwenden Sie dafür einen Browser auf einem Computer.',
  },
  'signaling-lost': {
    sentence: 'Die Verbindung zum Anrufdienst ist unterbrochen.',
    wayOut: 'Prüfen Sie Ihr Netzwerk. Die Verbindung wird von selbst wiederhergestellt.',
  },
  'signaling-refused': {
    sentence: 'Der Anrufdienst hat die Anmeldung abgelehnt.',
    wayOut: 'Laden Sie die Seite neu und melden Sie sich erneut an.',
  },
  'sound-blocked': {
    sentence: 'Der Browser hält den Ton zurück.',
    wayOut: 'Klicken Sie auf eine beliebige Stelle der Seite, um ihn zu hören.',
  },
  'user-missing': {sentence: 'Hier ist niemand angemeldet.', wayOut: 'Melden Sie sich an und rufen Sie erneut an.'},
  'webrtc-unsupported': {
    sentence: 'Mit diesem Browser sind keine Anrufe möglich.',
    wayOut: 'Verwenden Sie einen aktuellen Browser.',
  },
  'window-blocked': {
    sentence: 'Der Browser hat das Fenster dieses Anrufs blockiert.',
    wayOut: 'Der Anruf läuft auf dieser Seite. Erlauben Sie hier Pop-ups, damit der nächste ein eigenes Fenster bekommt.',
  },
  'already-in-call': {sentence: 'Sie sind bereits in einem Gespräch.', wayOut: 'Beenden Sie zuerst dieses Gespräch.'},
  'connection-failed': {
    sentence: 'Es konnte keine Verbindung zur anderen Seite hergestellt werden.',
    wayOut: 'Prüfen Sie Ihr Netzwerk und rufen Sie erneut an.',
  },
};
