//! The words that texts are made of, in three languages. What they say together means nothing.

use std::sync::LazyLock;

/// The languages of the corpus, the default first.
pub const LOCALES: [Tongue; 3] = [Tongue::En, Tongue::Ar, Tongue::Fr];

/// A language of the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tongue {
    /// English, the language of the sources.
    En,
    /// Arabic.
    Ar,
    /// French.
    Fr,
}

impl Tongue {
    /// Its code.
    pub fn code(self) -> &'static str {
        self.pick("en", "ar", "fr")
    }

    /// One of three by language.
    pub fn pick<T>(self, en: T, ar: T, fr: T) -> T {
        match self {
            Tongue::En => en,
            Tongue::Ar => ar,
            Tongue::Fr => fr,
        }
    }

    /// Its words, the frequent ones first.
    pub(super) fn words(self) -> &'static [&'static str] {
        self.pick(&EN, &AR, &FR)
    }

    /// Words that stand in names of tags: the same place means the same in every language.
    pub(super) fn fields(self) -> [&'static str; 20] {
        self.pick(FIELDS_EN, FIELDS_AR, FIELDS_FR)
    }

    /// What is said of a field in names of tags.
    pub(super) fn sides(self) -> [&'static str; 10] {
        self.pick(SIDES_EN, SIDES_AR, SIDES_FR)
    }

    /// Places from which stories come.
    pub(super) fn places(self) -> [&'static str; 12] {
        self.pick(PLACES_EN, PLACES_AR, PLACES_FR)
    }
}

type List = LazyLock<Vec<&'static str>>;

static EN: List = LazyLock::new(|| {
    "the of and to in a for that with on by from as it was its at has are which been after their this will
    during more between new also two under where other first three each before still since about around
    work water school city river road clinic team plan meeting market bridge season village valley harbour
    families teachers engineers farmers nurses drivers pupils masons traders neighbours visitors helpers
    said opened began agreed built carried mended taught counted reached returned signed planted shared
    measured painted finished learned brought joined prepared widened lowered cleared doubled
    small large steady early local open wide dry quiet northern southern upper lower common yearly
    week month year morning summer winter spring harvest evening
    lamp roof wall seed grain oil salt wood stone pipe pump cable fence gate ferry wagon lorry kiln oven
    library workshop square garden orchard mill well dam quay depot station terminal hall court yard"
        .split_whitespace()
        .collect()
});

static AR: List = LazyLock::new(|| {
    "في من على إلى أن التي عن مع هذا بعد كان بين كل وقد ذلك هذه عند قبل حتى منذ حول أكثر ثم لم أو غير
    خلال أول ثلاثة أيضًا تحت حيث كما لدى نحو جديد العمل الماء المدرسة المدينة النهر الطريق العيادة الفريق
    الخطة الاجتماع السوق الجسر الموسم القرية الوادي المرفأ العائلات المعلمون المهندسون المزارعون الممرضات
    السائقون التلاميذ البناؤون التجار الجيران الزوار قال افتتح بدأ اتفق بنى حمل أصلح علّم أحصى بلغ عاد وقّع
    زرع قاس دهن أتم تعلّم جلب انضم أعدّ وسّع خفّض مهّد ضاعف صغير كبير ثابت مبكر محلي مفتوح واسع جاف هادئ
    شمالي جنوبي علوي سفلي مشترك سنوي الأسبوع الشهر السنة الصباح الصيف الشتاء الربيع الحصاد المساء المصباح
    السقف الجدار البذور الحبوب الزيت الملح الخشب الحجر الأنبوب المضخة السياج البوابة العبّارة العربة الشاحنة
    الفرن المكتبة الورشة الساحة الحديقة البستان الطاحونة البئر السد الرصيف المستودع المحطة القاعة الفناء"
        .split_whitespace()
        .collect()
});

static FR: List = LazyLock::new(|| {
    "de la le et les des en un du une que dans pour qui par sur au avec se plus ce sont ont été entre après
    leur aussi sous deux trois avant pendant depuis encore chaque autre premier vers autour travail eau école
    ville rivière route clinique équipe plan réunion marché pont saison village vallée port familles
    enseignants ingénieurs paysans infirmières chauffeurs élèves maçons marchands voisins visiteurs dit ouvert
    commencé convenu bâti porté réparé enseigné compté atteint rentré signé planté partagé mesuré peint fini
    appris apporté rejoint préparé élargi abaissé dégagé doublé petit grand constant précoce local ouvert large
    sec calme septentrional méridional commun annuel semaine mois année matin été hiver printemps récolte soir
    lampe toit mur graine grain huile sel bois pierre tuyau pompe câble clôture portail bac wagon camion four
    bibliothèque atelier place jardin verger moulin puits barrage quai dépôt gare salle cour enclos"
        .split_whitespace()
        .collect()
});

const FIELDS_EN: [&str; 20] = [
    "water",
    "schools",
    "roads",
    "harbours",
    "markets",
    "clinics",
    "bridges",
    "farming",
    "power",
    "housing",
    "trade",
    "crafts",
    "rivers",
    "forests",
    "railways",
    "libraries",
    "sports",
    "music",
    "science",
    "weather",
];
const FIELDS_AR: [&str; 20] = [
    "المياه",
    "المدارس",
    "الطرق",
    "المرافئ",
    "الأسواق",
    "العيادات",
    "الجسور",
    "الزراعة",
    "الكهرباء",
    "الإسكان",
    "التجارة",
    "الحِرف",
    "الأنهار",
    "الغابات",
    "السكك",
    "المكتبات",
    "الرياضة",
    "الموسيقى",
    "العلوم",
    "الطقس",
];
const FIELDS_FR: [&str; 20] = [
    "eau",
    "écoles",
    "routes",
    "ports",
    "marchés",
    "cliniques",
    "ponts",
    "agriculture",
    "énergie",
    "logement",
    "commerce",
    "artisanat",
    "rivières",
    "forêts",
    "rail",
    "bibliothèques",
    "sports",
    "musique",
    "sciences",
    "météo",
];
const SIDES_EN: [&str; 10] = [
    "today", "plans", "training", "repairs", "safety", "costs", "people", "history", "partners", "figures",
];
const SIDES_AR: [&str; 10] = [
    "اليوم",
    "خطط",
    "تدريب",
    "إصلاحات",
    "سلامة",
    "تكاليف",
    "ناس",
    "تاريخ",
    "شركاء",
    "أرقام",
];
const SIDES_FR: [&str; 10] = [
    "aujourd’hui",
    "projets",
    "formation",
    "réparations",
    "sécurité",
    "coûts",
    "gens",
    "histoire",
    "partenaires",
    "chiffres",
];

const PLACES_EN: [&str; 12] = [
    "AMMAN", "BAGHDAD", "BERLIN", "BRUSSELS", "CAIRO", "DAKAR", "LISBON", "NAIROBI", "OSLO", "PARIS", "RABAT", "ROME",
];
const PLACES_AR: [&str; 12] = [
    "عمّان",
    "بغداد",
    "برلين",
    "بروكسل",
    "القاهرة",
    "داكار",
    "لشبونة",
    "نيروبي",
    "أوسلو",
    "باريس",
    "الرباط",
    "روما",
];
const PLACES_FR: [&str; 12] = [
    "AMMAN",
    "BAGDAD",
    "BERLIN",
    "BRUXELLES",
    "LE CAIRE",
    "DAKAR",
    "LISBONNE",
    "NAIROBI",
    "OSLO",
    "PARIS",
    "RABAT",
    "ROME",
];

/// Segments of outside addresses and of slugs.
pub(super) const SEGMENTS: [&str; 24] = [
    "amber", "basin", "cedar", "delta", "ember", "field", "grove", "haven", "inlet", "jetty", "knoll", "ledge",
    "maple", "north", "orbit", "plain", "quarry", "ridge", "shore", "tower", "upland", "vista", "willow", "yard",
];
