import type {LanguageTerms} from './terms.js';

/** What is said of troubles in Dutch. */
export const nlTrouble: LanguageTerms['errors'] = {
  'call-refused': {
    sentence: 'De beldienst heeft deze oproep niet toegestaan.',
    wayOut: 'Wacht een minuut en bel opnieuw, of vraag de beheerder van deze pagina wie wie mag bellen.',
  },
  'callee-missing': {sentence: 'Er is niemand opgegeven om te bellen.', wayOut: 'Kies een persoon en bel opnieuw.'},
  'connector-failed': {sentence: 'De beldienst is niet gestart.', wayOut: 'Probeer het zo dadelijk opnieuw.'},
  'connector-unknown': {
    sentence: 'Deze pagina kent die beldienst niet.',
    wayOut: 'Vraag de beheerder van deze pagina de instellingen te controleren.',
  },
  'device-busy': {
    sentence: 'Een ander programma gebruikt de microfoon of camera.',
    wayOut: 'Sluit dat programma en schakel het apparaat hier weer in.',
  },
  'device-lost': {
    sentence: 'Een microfoon of camera is losgekoppeld.',
    wayOut: 'Sluit het apparaat aan en schakel het weer in.',
  },
  'insecure-context': {
    sentence: 'Bellen kan alleen op een beveiligde pagina.',
    wayOut: 'Open deze pagina via het https://-adres.',
  },
  'mic-denied': {
    sentence: 'De microfoon is voor deze pagina geblokkeerd.',
    wayOut: 'Sta de microfoon toe in de adresbalk van de browser en probeer het opnieuw.',
  },
  'camera-denied': {
    sentence: 'De camera is voor deze pagina geblokkeerd.',
    wayOut: 'Sta de camera toe in de adresbalk van de browser en schakel de camera in.',
  },
  'permission-dismissed': {
    sentence: 'De vraag over de microfoon is gesloten.',
    wayOut: 'Probeer het opnieuw en kies Toestaan.',
  },
  'no-mic': {sentence: 'Er is geen microfoon gevonden.', wayOut: 'Sluit er een aan en probeer het opnieuw.'},
  'no-camera': {sentence: 'Er is geen camera gevonden.', wayOut: 'Sluit er een aan of ga zonder camera verder.'},
  'policy-blocked': {
    sentence: 'Deze pagina mag de microfoon en camera niet gebruiken.',
    wayOut: 'Vraag de beheerder van deze pagina dit toe te staan.',
  },
  'relay-missing': {
    sentence: 'Voor dit gesprek is een relayserver nodig, maar die is niet ingesteld.',
    wayOut: 'Vraag de beheerder van deze pagina een TURN-server toe te voegen.',
  },
  'relay-refused': {
    sentence: 'De relayserver heeft de inloggegevens geweigerd.',
    wayOut: 'Vraag de beheerder van deze pagina de TURN-server te controleren.',
  },
  'relay-unreachable': {
    sentence: 'Er is geen rechtstreekse weg gevonden en er was geen relayserver bereikbaar.',
    wayOut: 'Probeer een ander netwerk of vraag om een TURN-server op poort 443.',
  },
  'screen-denied': {sentence: 'Het scherm is niet gedeeld.', wayOut: 'Druk opnieuw en kies wat u wilt delen.'},
  'screen-unsupported': {
    sentence: 'Deze browser kan het scherm niet delen.',
    wayOut: 'Gebruik daarvoor een browser op een computer.',
  },
  'signaling-lost': {
    sentence: 'De verbinding met de beldienst is verbroken.',
    wayOut: 'Controleer het netwerk. De verbinding herstelt zich vanzelf.',
  },
  'signaling-refused': {
    sentence: 'De beldienst heeft de aanmelding geweigerd.',
    wayOut: 'Laad de pagina opnieuw en meld u opnieuw aan.',
  },
  'sound-blocked': {
    sentence: 'De browser houdt het geluid tegen.',
    wayOut: 'Klik ergens op de pagina om het te horen.',
  },
  'user-missing': {sentence: 'Hier is niemand aangemeld.', wayOut: 'Meld u aan en bel opnieuw.'},
  'webrtc-unsupported': {sentence: 'Met deze browser kan niet worden gebeld.', wayOut: 'Gebruik een actuele browser.'},
  'window-blocked': {
    sentence: 'De browser heeft het venster van dit gesprek geblokkeerd.',
    wayOut: 'Het gesprek is op deze pagina. Sta hier pop-ups toe om het volgende in een eigen venster te hebben.',
  },
  'already-in-call': {sentence: 'U bent in een ander gesprek.', wayOut: 'Beëindig eerst dat gesprek.'},
  'connection-failed': {
    sentence: 'Er kon geen verbinding met de andere kant worden gemaakt.',
    wayOut: 'Controleer het netwerk en bel opnieuw.',
  },
};
