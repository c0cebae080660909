import type {LanguageTerms} from './terms.js';

/** What is said of troubles in Polish. */
export const plTrouble: LanguageTerms['errors'] = {
  'call-refused': {
    sentence: 'Usługa połączeń nie zezwoliła na to połączenie.',
    wayOut: 'Proszę odczekać minutę i zadzwonić ponownie albo zapytać administratora tej strony, kto może do kogo dzwonić.',
  },
  'callee-missing': {
    sentence: 'Nie wskazano, do kogo zadzwonić.',
    wayOut: 'Proszę wybrać osobę i zadzwonić ponownie.',
  },
  'connector-failed': {sentence: 'Usługa połączeń nie uruchomiła się.', wayOut: 'Proszę spróbować ponownie za chwilę.'},
  'connector-unknown': {
    sentence: 'Ta strona nie zna tej usługi połączeń.',
    wayOut: 'Proszę poprosić administratora tej strony o sprawdzenie jej ustawień.',
  },
  'device-busy': {
    sentence: 'Inny program używa mikrofonu lub kamery.',
    wayOut: 'Proszę zamknąć ten program i ponownie włączyć urządzenie tutaj.',
  },
  'device-lost': {
    sentence: 'Odłączono mikrofon lub kamerę.',
    wayOut: 'Proszę podłączyć urządzenie i włączyć je ponownie.',
  },
  'insecure-context': {
    sentence: 'Rozmowy wymagają bezpiecznej strony.',
    wayOut: 'Proszę otworzyć tę stronę pod adresem https://.',
  },
  'mic-denied': {
    sentence: 'Mikrofon jest zablokowany na tej stronie.',
    wayOut: 'Proszę zezwolić na niego w pasku adresu przeglądarki i spróbować ponownie.',
  },
  'camera-denied': {
    sentence: 'Kamera jest zablokowana na tej stronie.',
    wayOut: 'Proszę zezwolić na nią w pasku adresu przeglądarki i ją włączyć.',
  },
  'permission-dismissed': {
    sentence: 'Pytanie o mikrofon zostało zamknięte.',
    wayOut: 'Proszę spróbować ponownie i wybrać „Zezwól”.',
  },
  'no-mic': {sentence: 'Nie znaleziono mikrofonu.', wayOut: 'Proszę go podłączyć i spróbować ponownie.'},
  'no-camera': {sentence: 'Nie znaleziono kamery.', wayOut: 'Proszę ją podłączyć albo kontynuować bez niej.'},
  'policy-blocked': {
    sentence: 'Ta strona nie może używać mikrofonu ani kamery.',
    wayOut: 'Proszę poprosić administratora tej strony o zezwolenie.',
  },
  'relay-missing': {
    sentence: 'To połączenie wymaga serwera pośredniczącego, a żaden nie jest skonfigurowany.',
    wayOut: 'Proszę poprosić administratora tej strony o dodanie serwera TURN.',
  },
  'relay-refused': {
    sentence: 'Serwer pośredniczący odrzucił dane logowania.',
    wayOut: 'Proszę poprosić administratora tej strony o sprawdzenie serwera TURN.',
  },
  'relay-unreachable': {
    sentence: 'Nie znaleziono bezpośredniej drogi, a żaden serwer pośredniczący nie był dostępny.',
    wayOut: 'Proszę spróbować w innej sieci albo poprosić o serwer TURN na porcie 443.',
  },
  'screen-denied': {
    sentence: 'Ekran nie został udostępniony.',
    wayOut: 'Proszę nacisnąć ponownie i wybrać, co udostępnić.',
  },
  'screen-unsupported': {
    sentence: 'Ta przeglądarka nie może udostępniać ekranu.',
    wayOut: 'Aby go udostępnić, proszę użyć przeglądarki na komputerze.',
  },
  'signaling-lost': {
    sentence: 'Utracono połączenie z usługą połączeń.',
    wayOut: 'Proszę sprawdzić sieć. Połączenie wróci samo.',
  },
  'signaling-refused': {
    sentence: 'Usługa połączeń odrzuciła logowanie.',
    wayOut: 'Proszę odświeżyć stronę i zalogować się ponownie.',
  },
  'sound-blocked': {
    sentence: 'Przeglądarka wstrzymuje dźwięk.',
    wayOut: 'Aby go usłyszeć, proszę kliknąć w dowolnym miejscu strony.',
  },
  'user-missing': {
    sentence: 'Nikt nie jest tu zalogowany.',
    wayOut: 'Proszę się zalogować i zadzwonić ponownie.',
  },
  'webrtc-unsupported': {
    sentence: 'Ta przeglądarka nie obsługuje rozmów.',
    wayOut: 'Proszę użyć aktualnej przeglądarki.',
  },
  'window-blocked': {
    sentence: 'Przeglądarka zablokowała okno tej rozmowy.',
    wayOut: 'Rozmowa jest na tej stronie. Aby następna miała własne okno, proszę zezwolić tu na wyskakujące okna.',
  },
  'already-in-call': {sentence: 'Trwa inna rozmowa.', wayOut: 'Proszę najpierw zakończyć tamtą rozmowę.'},
  'connection-failed': {
    sentence: 'Nie udało się połączyć z drugą stroną.',
    wayOut: 'Proszę sprawdzić sieć i zadzwonić ponownie.',
  },
};
