# كلمات الموقع العام بالعربية. المفتاح: مجموعة ثم شَرطة ثم بقية الاسم، والصفحة تقرأ مجموعات كاملة.
# لكل عدد ست صيغ: zero وone وtwo وfew وmany وother.

## ما يظهر في كل صفحة

site-skip = انتقل إلى المحتوى الرئيسي
site-menu = القائمة الرئيسية
site-home = الصفحة الرئيسية
site-stories = الأخبار
site-statements = البيانات
site-members = الأعضاء
site-efforts = محاور العمل
site-wall = أصوات الأعضاء
site-languages = اللغات
site-about = عن التحالف

## القوائم

list-older = الأقدم
list-newer = الأحدث
list-empty = لم يُنشر شيء هنا بعد.
# $count (عدد): كم مادةً في القائمة.
list-count =
    { $count ->
        [zero] لا مواد
        [one] مادة واحدة
        [two] مادتان
        [few] { $count } مواد
        [many] { $count } مادة
       *[other] { $count } مادة
    }

## الخبر الواحد

# $date (نص): اليوم بالكلمات.
story-published = نُشر في { $date }
story-corrected = صُحِّح في { $date }
# $language (نص): اسم لغة النص الأصلي.
story-untranslated = لم يُترجم هذا النص بعد، وهو معروض بلغته الأصلية: { $language }.
story-related = اقرأ أيضًا

## جدار منشورات الأعضاء

# $member (نص): اسم العضو الذي أعاد النشر.
wall-reposted = أعاد النشر: { $member }
wall-original = يُفتح «المنشور الأصلي» في موقع العضو نفسه
# $count (عدد): كم عضوًا له منشورات على الجدار.
wall-voices =
    { $count ->
        [zero] لا يتحدث هنا أي عضو بعد
        [one] يتحدث هنا عضو واحد
        [two] يتحدث هنا عضوان
        [few] يتحدث هنا { $count } أعضاء
        [many] يتحدث هنا { $count } عضوًا
       *[other] يتحدث هنا { $count } عضو
    }
