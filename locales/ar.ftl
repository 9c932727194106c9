# كلمات الموقع العام بالعربية. المفتاح: مجموعة ثم شَرطة ثم بقية الاسم، والصفحة تقرأ مجموعات كاملة.
# لكل عدد ست صيغ: zero وone وtwo وfew وmany وother.

## ما يظهر في كل صفحة

# $title (نص): عنوان الصفحة. $site (نص): اسم التحالف.
site-title = { $title } | { $site }
site-skip = انتقل إلى المحتوى الرئيسي
site-strip = تنبيه
site-menu = القائمة الرئيسية
site-menu-open = القائمة
site-menu-all = جميع الأقسام
site-more = المزيد من هذا الموقع
site-languages = اللغات
site-stories = الأخبار
site-statements = البيانات
site-announcements = الإعلانات
site-members = الأعضاء
site-efforts = محاور العمل
site-groups = المجموعات
site-meetings = الاجتماعات
site-campaigns = الحملات
site-series = البودكاست
site-videos = مقاطع الفيديو
site-tags = المواضيع
site-wall = أصوات الأعضاء
site-feed = خلاصة الأخبار (Atom)
site-table = جدول
site-no-cookies = لا ملفات ارتباط. لماذا؟
site-search = بحث
site-accessibility = إمكانية الوصول
site-share = مشاركة
site-share-mail = بالبريد الإلكتروني

## الصفحة الرئيسية

home-videos = أحدث مقاطع الفيديو
home-all-videos = جميع مقاطع الفيديو

## القوائم

list-newest = أحدث الأخبار
list-all-stories = جميع الأخبار
list-older = الأقدم
list-newer = الأحدث
list-pages = صفحات هذه القائمة
list-years = بحسب السنة
list-archive = الأرشيف
list-empty = لم يُنشر شيء هنا بعد.
# $date (نص): يوم أحدث مادة في هذه الصفحة.
list-until = حتى { $date }
# $year (نص): السنة.
list-year = أخبار عام { $year }
# $month (نص): الشهر وسنته.
# $year (نص): السنة.
list-statements-year = بيانات عام { $year }
# $name (نص): المجموعة.
list-group = { $name }: الأخبار
# $name (نص): المجموعة.
list-meetings-of = { $name }: الاجتماعات
# $name (نص): الحملة.
list-campaign = { $name }: الأخبار
# $name (نص): الموضوع.
list-tag = الموضوع: { $name }
# $name (نص): العضو.
list-member = { $name } في الأخبار
# $name (نص): محور العمل.
list-effort = { $name }: الأخبار
# $name (نص): العضو.
list-voice = صوت { $name }

## الخبر الواحد

# $language (نص): اسم لغة النص الأصلي.
story-untranslated = لم يُترجم هذا النص بعد، وهو معروض بلغته الأصلية: { $language }.
story-agency = نقلًا عن:
story-original = اقرأ النص الأصلي
story-neighbours = الخبر السابق والخبر التالي
story-related = اقرأ أيضًا

## الإعلانات

announcement-running = إعلان
announcement-all = جميع الإعلانات
# $from و$until (نص): اليوم الأول واليوم الأخير مع السنة.
announcement-period = من { $from } إلى { $until }

## الأعضاء

member-all = جميع الأعضاء
member-parts = أقسام هذا الدليل
# $count (عدد): كم عضوًا في القائمة.
member-listed =
    { $count ->
        [zero] لا يرد أي عضو في هذه القائمة.
        [one] يرد في هذه القائمة عضو واحد.
        [two] يرد في هذه القائمة عضوان.
        [few] يرد في هذه القائمة { $count } أعضاء.
        [many] يرد في هذه القائمة { $count } عضوًا.
       *[other] يرد في هذه القائمة { $count } عضو.
    }
member-states = الدول
member-organisations = المنظمات
member-regions = بحسب المنطقة
member-africa = أفريقيا
member-americas = الأمريكتان
member-asia-pacific = آسيا والمحيط الهادئ
member-europe = أوروبا
member-middle-east = الشرق الأوسط وشمال أفريقيا
member-former = أعضاء سابقون
member-standing = الصفة
member-full = عضو كامل العضوية
member-observer = مراقب
member-partner = شريك
member-form = النوع
member-state = دولة
member-organisation = منظمة
member-joined = عضو منذ
member-left = عضو حتى
member-leads = يشارك في قيادة
member-leads-groups = يشارك في قيادة المجموعات
member-press = الصحافة
member-press-office = راسل المكتب الصحفي
member-stories = كل ما نُشر عن هذا العضو
member-posts = جميع منشورات هذا العضو

## محاور العمل

effort-all = جميع محاور العمل
effort-leads = القيادة المشتركة
effort-stories = كل ما نُشر عن هذا المحور

## المجموعات

group-steering = مجموعة توجيهية
group-steering-all = المجموعات التوجيهية
group-working = فريق عمل
group-working-all = فرق العمل
group-focus = مجموعة تركيز
group-focus-all = مجموعات التركيز
group-initiative = مبادرة مشتركة
group-initiative-all = مبادرات مشتركة لبعض الأعضاء
group-leads = القيادة المشتركة
group-members = المشاركون
group-meetings = جميع اجتماعات هذه المجموعة
group-stories = جميع أخبار هذه المجموعة

## الاجتماعات

meeting-date = التاريخ
# $from و$until (نص): اليوم الأول واليوم الأخير.
meeting-days = من { $from } إلى { $until }
meeting-time = الوقت
# $opens و$closes (نص): الساعة. $zone (نص): اسم المنطقة الزمنية.
meeting-hours = من { $opens } إلى { $closes } (⁦{ $zone }⁩)
meeting-place = المكان
meeting-groups = اجتماع
meeting-hosts = الاستضافة
meeting-outcome = ما خرج به الاجتماع
meeting-calendar = أضف إلى التقويم
meeting-documents = الوثائق

## الحملات

campaign-news = ضمن هذه الحملة
campaign-all-news = كل ما في هذه الحملة
campaign-more = إلى الحملة
campaign-kicker = حملة

## البودكاست

series-all = جميع برامج البودكاست
series-kicker = بودكاست
series-episodes = الحلقات
series-coming = قريبًا
# $number (عدد): رقم الموسم.
series-season = الموسم { $number }
# $number (عدد): رقم الحلقة.
series-episode = الحلقة { $number }

## أي مادة

# $date (نص): اليوم الذي تسري فيه الصفة المذكورة.
entry-as-of = حتى { $date }
entry-notes = حواشٍ
entry-note-back = العودة إلى النص

## البيانات

statement-reservation = تحفّظ
# $date و$time (نص): اليوم والوقت هناك. $zone و$offset (نص): المنطقة الزمنية وفارقها. $utc (نص): الوقت نفسه بالتوقيت العالمي.
# أسماء المناطق والفارق من اليسار إلى اليمين: حولها علامتا عزل لا تُريان (U+2066 وU+2069).
statement-released-there = { $date }، { $time } (⁦{ $zone }⁩، ⁦UTC{ $offset }⁩)؛ { $utc }
# $names (نص): أعضاء في قائمة.
statement-issued = أصدره { $names }
statement-issuers = أصدره
statement-associated = انضم إليه
statement-authentic = نص ذو حجية
# $languages (نص): قائمة لغات.
statement-authentic-in = هذه ترجمة. النصوص ذات الحجية هي النصوص بـ: { $languages }.
statement-reference = المرجع
statement-released = صدر في
statement-text = نص عادي
# $site (نص): التحالف. $title (نص): البيان. $date (نص): يوم صدوره.
statement-citation = { $site }، «{ $title }»، { $date }
statement-quote = «…»
statement-cite = للاستشهاد بهذا البيان
statement-cite-paragraph = رقم الفقرة رابط يقود إليها، وينتهي عنوانها بالفقرة.
statement-copy = نسخ مع المرجع
statement-copied = نُسخ
# $number (نص): رقم الفقرة.
statement-paragraph = الفقرة { $number }

## جدار منشورات الأعضاء

wall-more = عرض المزيد
wall-all = جميع أصوات الأعضاء
wall-address = المنشور الأصلي
wall-original = يُفتح «المنشور الأصلي» في موقع صاحبه.
# $member (نص): اسم العضو الذي أعاد النشر.
wall-reposted = أعاد النشر: { $member }
# $number و$of (عددان): رقم الجزء وعدد الأجزاء كما يذكرهما المنشور.
wall-part = الجزء { $number } من { $of }
# $name (نص): المتحدث. $date (نص): اليوم بالكلمات.
wall-post = منشور: { $name }، { $date }

## ما لم يعد موجودًا

error-missing = الصفحة غير موجودة
error-missing-words = لا يوجد شيء على هذا العنوان. قد يكون كُتب أو نُسخ على نحو خاطئ.
error-gone = لم يعد متاحًا
error-gone-words = سُحب ما كان منشورًا على هذا العنوان.
error-back = تابع من هنا

## ما يفعله الموقع بمن يقرؤه

privacy-title = الخصوصية
privacy-summary = لا يُتتبَّع أحد هنا، ولذلك لا يُطلب من أحد أن يوافق.
privacy-cookies = لا يُوضع أي ملف تعريف ارتباط، فلا شيء يُقبل أو يُرفض.
privacy-origin = كل ما تحتاج إليه الصفحة يأتي من الخادم الذي أرسلها، فلا يطلب متصفحك من خادم آخر صورًا ولا خطوطًا ولا منشورات ولا أي شيء.
privacy-counters = لا شيء يعدّ الزيارات، ولا شيء يُباع أو يُنقل إلى غيرنا.
privacy-no-script = لا برامج نصية في الصفحات.
privacy-script = برنامج نصي صغير من هذا الخادم ييسّر بعض الأمور، ويمكن قراءة كل شيء وفعله من دونه.
privacy-wall = ما قاله الأعضاء في أماكن أخرى نُسخ إلى هنا، فقراءته لا تُعلم بها أي شبكة.
privacy-videos = لا يُحمَّل مقطع الفيديو إلا إذا شغّلته، وما كان محفوظًا في مكان آخر فهو رابط عادي.
privacy-search = ما تبحث عنه يصل إلى هذا الخادم وحده، فيجيب ولا يحتفظ بشيء منه. وهو يظهر في عنوان الصفحة، فيبقى في سجل متصفحك.
privacy-links = قد يقود رابط إلى موقع آخر له قواعده، ولا يذهب متصفحك إليه إلا إذا اتبعته.
privacy-log = البرنامج الذي يجيب لا يحتفظ بقائمة بمن يقرأ ماذا. ويمكن لمن يشغّل الجهاز، أو لشبكة على الطريق، أن يرى العناوين كما في أي موقع، فاسألهم عما يحتفظون به.

## البحث في الموقع

search-title = بحث
search-label = كلمات، أو «عبارة بنصها»
search-do = ابحث
search-hint = يشمل البحث العناوين والمقدمات كلها، ونصوص البيانات كاملة. ويجب أن ترد كل كلمة، ويجوز أن تكون الأخيرة غير مكتملة. وما بين علامتي تنصيص يُبحث عنه كما هو تمامًا.
# $query (نص): المطلوب.
search-for = بحث: { $query }
# $count (نص): العدد بالأرقام.
search-found = عدد النتائج: { $count }
# $query (نص): المطلوب.
search-nothing = لم يُعثر على شيء عن: { $query }
search-nowhere = ما لا يرد في أي موضع:
search-long = هذا أطول من أن يُبحث عنه. اكتب 24 كلمة و200 حرف على الأكثر.
search-building = يجري إعداد البحث. أعد المحاولة بعد بضع ثوانٍ.
search-still = لا يمكن البحث في هذه النسخة من الموقع، فالبحث يحتاج إلى خادم الموقع.
search-pages = صفحات النتائج
# $page و$pages (نص): رقم الصفحة وعدد الصفحات بالأرقام.
search-page = الصفحة { $page } من { $pages }
search-before = السابق
search-after = مزيد من النتائج
# كلمات لا يلزم أن ترد إذا طُلب معها غيرها.
search-small = في من على إلى عن مع أو أن ما

## من يمكنه استخدام الموقع

accessibility-title = إمكانية الوصول
accessibility-summary = ينبغي أن يتمكن الجميع من قراءة هذا الموقع واستخدامه. تبيّن هذه الصفحة ما يُعمل من أجل ذلك، وما قد يكون ناقصًا، ومن يُخبَر به.
accessibility-aim = الهدف
accessibility-standard = الهدف هو المستوى AA من الإصدار 2.2 من إرشادات إمكانية الوصول إلى محتوى الويب (WCAG)، في كل صفحة وبكل لغة من لغات الموقع.
accessibility-checked = يُفحص البرنامج الذي يصنع هذه الصفحات باختبارات آلية مع كل بناء، وبجولات بلوحة المفاتيح وحدها، وبعرض 320 بكسل.
accessibility-unaudited = تكشف هذه الفحوص بعض العوائق لا كلها. ولا ندّعي أن جهة مستقلة دققت الموقع.
accessibility-use = كيف يُستخدم
accessibility-keyboard = يمكن الوصول إلى كل شيء بلوحة المفاتيح: مفتاح Tab إلى الأمام، وShift مع Tab إلى الخلف، وEnter لاتباع الرابط. وأول رابط في كل صفحة يقود إلى محتواها الرئيسي. ويُحاط بإطار ما عليه التركيز.
accessibility-size = للنص الحجم المحدد في متصفحك، ويمكن تكبيره.
accessibility-colours = تتبع الصفحات جهازك إذا طلب نمطًا داكنًا أو فاتحًا، أو حركة أقل، أو ألوانًا خاصة به.
accessibility-script = لا يلزم أي برنامج نصي لقراءة شيء أو فعله، وليس لشيء مهلة محددة.
accessibility-languages = الكلمات المكتوبة بلغة غير لغة الصفحة موسومة بلغتها، حتى تغيّر قارئات الشاشة صوتها.
accessibility-print = تُطبع الصفحات بلا قوائم، وتُبيَّن وجهات الروابط.
accessibility-limits = ما قد يكون ناقصًا
accessibility-pictures = أوصاف الصور يكتبها أشخاص بكل لغة، وقد يغيب بعضها أو يكون موجزًا أكثر مما ينبغي.
accessibility-recordings = قد لا تكون لبعض التسجيلات ترجمة على الشاشة أو نص مكتوب.
accessibility-posts = تُعرض منشورات الأعضاء كما كُتبت، برموزها واختصاراتها.
accessibility-untranslated = النص الذي لم يُترجم بعد يُعرض بلغته الأصلية مع تنبيه.
accessibility-tables = الجدول العريض يُمرَّر أفقيًا داخل إطاره.
accessibility-elsewhere = قد تقود روابط إلى مواقع غيرنا، ولا يسري عليها شيء مما قيل هنا.
accessibility-tell = أخبرنا
accessibility-tell-what = إذا حال شيء دون قراءة ما جئت من أجله أو فعله فأخبرنا به. ويفيد أن تذكر عنوان الصفحة، وما أردت فعله، والمتصفح أو الأداة المساعدة التي تستخدمها.
accessibility-tell-here = الإبلاغ عن عائق
accessibility-tell-nobody = لم يحدد هذا الموقع بعد عنوانًا لهذه البلاغات.

picture-credit = الصورة:

## ما يُشغَّل وما يُنزَّل

player-download = تنزيل ({ $format })
# $length و$size (نص): مدة التسجيل وحجمه.
player-facts = { $length } · { $size }
# $format و$size (نص): نوع الملف وحجمه.
player-document = ({ $format }، { $size })
# $larger و$smaller (نص): ساعات ودقائق، أو دقائق وثوانٍ.
player-length = { $larger } و{ $smaller }
# $count (عدد): الساعات.
player-hours =
    { $count ->
        [zero] { $count } ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
# $count (عدد): الدقائق.
player-minutes =
    { $count ->
        [zero] { $count } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
# $count (عدد): الثواني.
player-seconds =
    { $count ->
        [zero] { $count } ثانية
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $count } ثوانٍ
        [many] { $count } ثانية
       *[other] { $count } ثانية
    }
# $size (نص): العدد مكتوبًا.
player-kilobytes = { $size } كيلوبايت
# $size (نص): العدد مكتوبًا.
player-megabytes = { $size } ميغابايت
player-others = بلغات أخرى:
player-credit = التسجيل:
# $language (نص): اسم لغة الكلام.
player-spoken = لغة الكلام: { $language }.
# $host (نص): الموقع الذي يعرض المقطع.
player-elsewhere = شاهد المقطع على { $host }
player-none = المقطع نفسه غير متاح هنا.
player-transcript = النص المكتوب
# $language (نص): اسم لغة النص المكتوب.
player-transcript-in = النص المكتوب متاح بهذه اللغة: { $language }.
player-transcript-others = النص المكتوب بلغات أخرى:
player-plain = النص المكتوب دون تنسيق
# $name (نص): اسم المتحدث.
player-speaker = { $name }:
## التصويبات وما ورد سابقًا

# $date (نص): اليوم. $note (نص): ما صُوِّب، بلغة النص.
history-corrected = صُوِّب هذا النص في { $date }: { $note }
# $date (نص): اليوم.
history-updated = عُدِّل هذا النص في { $date }
history-all = جميع نسخ هذا النص
# $language (نص): اسم لغة الأصل، وهو رابط إليه. $date (نص): اليوم.
history-lacks-correction = صُوِّب النص الأصلي ({ $language }) في { $date }، ولم يدخل هذا التصويب في هذه الترجمة بعد.
# $language (نص): اسم لغة الأصل، وهو رابط إليه. $date (نص): اليوم.
history-lacks-update = عُدِّل النص الأصلي ({ $language }) في { $date }، ولم يدخل هذا التعديل في هذه الترجمة بعد.
# $title (نص): عنوان النص.
history-page = النسخ: { $title }
history-back = العودة إلى النص
# $number (نص): رقم النسخة.
history-version = النسخة { $number }
history-first = نُشر النص
history-was-corrected = صُوِّب النص
history-was-updated = عُدِّل النص
history-was-minor = تغيير طفيف
# $number (نص): رقم النسخة.
history-since = التغييرات منذ النسخة { $number }
history-older = لا تُقارَن إلا كلمات أحدث النسخ.
# $older و$newer (نص): رقما النسختين.
history-difference = التغييرات من النسخة { $older } إلى النسخة { $newer }
# $title (نص): عنوان النص. $older و$newer (نص): رقما النسختين.
history-difference-of = { $title }: من النسخة { $older } إلى النسخة { $newer }
history-legend = ما حُذف مشطوب، وما أُضيف تحته خط.
history-same = الكلمات واحدة في النسختين.
history-removed = محذوف:
history-inserted = مضاف:
# $count (عدد): عدد الفقرات والعناوين وما شابهها.
history-unchanged =
    { $count ->
        [zero] لا جزء دون تغيير.
        [one] جزء واحد دون تغيير.
        [two] جزآن دون تغيير.
        [few] { $count } أجزاء دون تغيير.
        [many] { $count } جزءًا دون تغيير.
       *[other] { $count } جزء دون تغيير.
    }
history-title = العنوان
history-official = الاسم الرسمي
history-dateline = المكان
history-summary = المقدمة
history-footnote = حاشية الاسم
history-text = النص
