# كلمات الموقع العام بالعربية. المفتاح: مجموعة ثم شَرطة ثم بقية الاسم، والصفحة تقرأ مجموعات كاملة.
# لكل عدد ست صيغ: zero وone وtwo وfew وmany وother.

## ما يظهر في كل صفحة

# $title (نص): عنوان الصفحة. $site (نص): اسم التحالف.
site-title = { $title } | { $site }
site-skip = انتقل إلى المحتوى الرئيسي
site-strip = تنبيه
site-menu = القائمة الرئيسية
site-more = المزيد من هذا الموقع
site-languages = اللغات
site-stories = الأخبار
site-statements = البيانات
site-announcements = الإعلانات
site-members = الأعضاء
site-efforts = محاور العمل
site-tags = المواضيع
site-wall = أصوات الأعضاء
site-feed = خلاصة الأخبار (Atom)
site-table = جدول

## الصفحة الرئيسية

home-campaign = الحملة
home-podcast = البودكاست
home-videos = مقاطع الفيديو
home-preparing = قيد الإعداد.

## القوائم

list-newest = أحدث الأخبار
list-all-stories = جميع الأخبار
list-older = الأقدم
list-newer = الأحدث
list-pages = صفحات هذه القائمة
list-years = بحسب السنة
list-empty = لم يُنشر شيء هنا بعد.
# $date (نص): يوم أحدث مادة في هذه الصفحة.
list-until = حتى { $date }
# $year (نص): السنة.
list-year = أخبار عام { $year }
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
member-stories = كل ما نُشر عن هذا العضو
member-posts = جميع منشورات هذا العضو

## محاور العمل

effort-all = جميع محاور العمل
effort-leads = القيادة المشتركة
effort-stories = كل ما نُشر عن هذا المحور

## جدار منشورات الأعضاء

wall-more = عرض المزيد
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
