import type {LanguageTerms} from './terms.js';

/** Arabic. */
export const ar: LanguageTerms = {
  dir: 'rtl',

  call: 'اتصال',
  cancel: 'إلغاء',
  answer: 'رد',
  answerAudio: 'رد بدون كاميرا',
  decline: 'رفض',
  hangUp: 'إنهاء المكالمة',
  close: 'إغلاق',

  audioCallTo: (name) => `اتصال بـ ${name}`,
  videoCallTo: (name) => `مكالمة فيديو مع ${name}`,
  inAnotherCall: 'أنت في مكالمة أخرى',
  nobodyToCall: 'لا أحد للاتصال به',
  notSignedIn: 'سجّل الدخول للاتصال',

  incomingAudio: 'مكالمة واردة',
  incomingVideo: 'مكالمة فيديو واردة',
  isCalling: (name) => `${name} يتصل بك`,
  keyToCall: 'اضغط F6 للانتقال إلى المكالمة.',
  soundBlocked: 'انقر في أي مكان لسماع الرنين',

  callWith: (name) => `مكالمة مع ${name}`,
  moveWindow: 'حرّك بمفاتيح الأسهم',
  isMuted: (name) => `ميكروفون ${name} مكتوم`,
  sharesScreen: (name) => `${name} يشارك شاشته`,
  youShareScreen: 'أنت تشارك شاشتك',

  phases: {
    initiating: 'جارٍ الاتصال…',
    ringing: 'يرن…',
    incoming: 'مكالمة واردة',
    connecting: 'جارٍ التوصيل…',
    connected: 'متصل',
    reconnecting: 'جارٍ إعادة التوصيل…',
    ended: 'انتهت المكالمة',
  },
  relayed: 'متصل عبر خادم وسيط',
  weak: 'الاتصال ضعيف',
  callGoesOn: 'المكالمة مستمرة. انقطع خطها مع خدمة الاتصال فقط.',
  presence: {
    available: 'متاح',
    away: 'بعيد',
    busy: 'مشغول',
    'do-not-disturb': 'عدم الإزعاج',
    offline: 'غير متصل',
  },
  devices: {mic: 'الميكروفون', camera: 'الكاميرا', screen: 'مشاركة الشاشة', speaker: 'مكبّر الصوت'},
  settings: 'الإعدادات',
  nothingToChoose: 'لا يوجد سوى جهاز واحد من كل نوع.',
  pending: {mic: 'جارٍ تشغيل الميكروفون…', camera: 'جارٍ تشغيل الكاميرا…', screen: 'جارٍ اختيار ما تشاركه…'},
  unavailable: {
    mic: 'لا يوجد ميكروفون صالح للاستعمال',
    camera: 'لا توجد كاميرا صالحة للاستعمال',
    screen: 'هذا المتصفح لا يستطيع مشاركة الشاشة',
  },

  ends: {
    'hung-up': {local: 'أنهيت المكالمة', remote: (name) => `أنهى ${name} المكالمة`, system: 'انتهت المكالمة'},
    declined: {local: 'رفضت المكالمة', remote: (name) => `رفض ${name} المكالمة`, system: 'رُفضت المكالمة'},
    busy: {local: 'كنت في مكالمة أخرى', remote: (name) => `${name} مشغول`, system: (name) => `${name} مشغول`},
    'no-answer': {local: 'لم ترد', remote: 'لم يرد أحد', system: 'لم يرد أحد'},
    cancelled: {local: 'ألغيت المكالمة', remote: (name) => `ألغى ${name} المكالمة`, system: 'أُلغيت المكالمة'},
    unreachable: (name) => `لا يمكن الوصول إلى ${name}`,
    'answered-elsewhere': 'تم الرد على جهاز آخر',
    'declined-elsewhere': 'تم الرفض على جهاز آخر',
    'media-denied': {
      local: 'رُفض الوصول إلى الميكروفون',
      remote: (name) => `لم يسمح ${name} بالميكروفون`,
      system: 'رُفض الوصول إلى الميكروفون',
    },
    'no-device': {
      local: 'لم يُعثر على ميكروفون',
      remote: (name) => `ليس لدى ${name} ميكروفون`,
      system: 'لم يُعثر على ميكروفون',
    },
    'connection-failed': 'فشل التوصيل',
    'signaling-failed': 'لا يمكن الوصول إلى خدمة الاتصال',
    'page-closed': {local: 'غادرت هذه الصفحة', remote: (name) => `غادر ${name} الصفحة`, system: 'أُغلقت الصفحة'},
    vetoed: {
      local: 'لم تسمح هذه الصفحة بالمكالمة',
      remote: (name) => `لم تسمح صفحة ${name} بالمكالمة`,
      system: 'لم تسمح هذه الصفحة بالمكالمة',
    },
  },

  errors: {
    'call-refused': {
      sentence: 'لم تسمح خدمة الاتصال بهذه المكالمة.',
      wayOut: 'انتظر دقيقة ثم اتصل مجددًا، أو اسأل القائم على هذه الصفحة عمّن يحق له الاتصال بمن.',
    },
    'callee-missing': {sentence: 'لم يُحدَّد من تتصل به.', wayOut: 'اختر شخصًا ثم اتصل مجددًا.'},
    'connector-failed': {sentence: 'لم تبدأ خدمة الاتصال.', wayOut: 'حاول مجددًا بعد قليل.'},
    'connector-unknown': {
      sentence: 'هذه الصفحة لا تعرف خدمة الاتصال تلك.',
      wayOut: 'اطلب من مسؤول الصفحة مراجعة إعداداتها.',
    },
    'device-busy': {
      sentence: 'برنامج آخر يستعمل الميكروفون أو الكاميرا.',
      wayOut: 'أغلق ذلك البرنامج ثم شغّلها هنا من جديد.',
    },
    'device-lost': {sentence: 'فُصل الميكروفون أو الكاميرا.', wayOut: 'أعد توصيله ثم شغّله من جديد.'},
    'insecure-context': {sentence: 'المكالمات تحتاج إلى صفحة آمنة.', wayOut: 'افتح هذه الصفحة بعنوان https://.'},
    'mic-denied': {sentence: 'الميكروفون محظور لهذه الصفحة.', wayOut: 'اسمح به من شريط العنوان ثم حاول مجددًا.'},
    'camera-denied': {sentence: 'الكاميرا محظورة لهذه الصفحة.', wayOut: 'اسمح بها من شريط العنوان ثم شغّلها.'},
    'permission-dismissed': {sentence: 'أُغلق سؤال الميكروفون.', wayOut: 'حاول مجددًا واختر السماح.'},
    'no-mic': {sentence: 'لم يُعثر على ميكروفون.', wayOut: 'وصّل واحدًا ثم حاول مجددًا.'},
    'no-camera': {sentence: 'لم يُعثر على كاميرا.', wayOut: 'وصّل واحدة أو تابع بدونها.'},
    'policy-blocked': {
      sentence: 'لا يُسمح لهذه الصفحة باستعمال الميكروفون أو الكاميرا.',
      wayOut: 'اطلب من مسؤول الصفحة السماح بذلك.',
    },
    'relay-missing': {
      sentence: 'هذه المكالمة تحتاج إلى خادم وسيط، ولا يوجد أي خادم.',
      wayOut: 'اطلب من مسؤول الصفحة إضافة خادم TURN.',
    },
    'relay-refused': {
      sentence: 'رفض الخادم الوسيط بيانات الدخول إليه.',
      wayOut: 'اطلب من مسؤول الصفحة مراجعة خادم TURN.',
    },
    'relay-unreachable': {
      sentence: 'لم يُعثر على طريق مباشر، وتعذّر الوصول إلى أي خادم وسيط.',
      wayOut: 'جرّب شبكة أخرى، أو اطلب خادم TURN على المنفذ 443.',
    },
    'screen-denied': {sentence: 'لم تُشارَك الشاشة.', wayOut: 'اضغط مجددًا واختر ما تشاركه.'},
    'screen-unsupported': {
      sentence: 'هذا المتصفح لا يستطيع مشاركة الشاشة.',
      wayOut: 'استعمل متصفحًا على حاسوب لمشاركتها.',
    },
    'signaling-lost': {
      sentence: 'انقطع الخط مع خدمة الاتصال.',
      wayOut: 'تحقق من الشبكة. سيعود الخط من تلقاء نفسه.',
    },
    'signaling-refused': {sentence: 'رفضت خدمة الاتصال تسجيل الدخول.', wayOut: 'أعد تحميل الصفحة وسجّل الدخول مجددًا.'},
    'sound-blocked': {sentence: 'المتصفح يمنع الصوت.', wayOut: 'انقر في أي مكان من الصفحة لسماعه.'},
    'user-missing': {sentence: 'لم يسجّل أحد الدخول هنا.', wayOut: 'سجّل الدخول ثم اتصل مجددًا.'},
    'webrtc-unsupported': {sentence: 'هذا المتصفح لا يستطيع إجراء مكالمات.', wayOut: 'استعمل متصفحًا حديثًا.'},
    'already-in-call': {sentence: 'أنت في مكالمة أخرى.', wayOut: 'أنهِ تلك المكالمة أولًا.'},
    'window-blocked': {
      sentence: 'حظر المتصفح نافذة هذه المكالمة.',
      wayOut: 'المكالمة في هذه الصفحة. اسمح هنا بالنوافذ المنبثقة لتكون المكالمة التالية في نافذة.',
    },
    'connection-failed': {sentence: 'تعذّر التوصيل بالطرف الآخر.', wayOut: 'تحقق من الشبكة ثم اتصل مجددًا.'},
  },
};
