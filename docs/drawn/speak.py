#!/usr/bin/env python3
"""Makes the recordings of the demonstration: one podcast episode and one short film in each of three languages.

Every voice is synthetic (espeak-ng) and says so in its first sentence. Sentence after sentence is spoken by itself and
measured, so that the times of transcripts and captions are those of the sound. The film moves over pictures of this
folder. Needs espeak-ng, sox, ffmpeg and rsvg-convert, and Pillow for the film.

    python3 speak.py            all
    python3 speak.py podcast    the episodes alone
"""

import math
import re
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

HERE = Path(__file__).resolve().parent
MEDIA = HERE.parents[1] / "demo" / "media"
RATE = 24_000
THIN = "\u202f"

# Voices: for each language the first and the second, and how they are named in a transcript.
VOICES = {
    "en": (("en-gb-x-rp+f2", 168, 46), ("en-gb+m3", 165, 38)),
    "ar": (("ar+f2", 204, 46), ("ar+m3", 202, 40)),
    "fr": (("fr-fr+f2", 156, 46), ("fr-fr+m3", 152, 38)),
}
NAMES = {"en": ("First voice", "Second voice"), "ar": ("الصوت الأول", "الصوت الثاني"), "fr": ("Première voix", "Deuxième voix")}

# Chapters: a title, then sentences (voice 0 or 1, words to be read, and where the machine needs it words to be spoken: Arabic
# with its vowels).
PODCAST = {
    "en": (
        ("Two voices of a machine", (
            (0, "This is a synthetic voice, made for a demonstration."),
            (1, "So is this one: no person has spoken these words."),
            (0, "This is not the site of the Coalition, and not its podcast. We retell what public sources say, and no more than that."))),
        ("The series that was announced", (
            (0, "On the Coalition’s home page of early 2023, the host of a podcast announced it: Taking Apart Terror."),
            (1, "Its first season is the West Africa Edition, in nine episodes."),
            (0, "It is about violent extremism in the Lake Chad Basin, and about how Daesh can be tackled wherever it is found."),
            (1, "What the first episode is about, the sources at hand do not tell. It was announced, and it was not out yet."))),
        ("Africa in the work of the Coalition", (
            (0, "A few facts can be told all the same."),
            (1, "In July 2017 the Coalition counted 73 members. Ethiopia, Djibouti, Chad and Niger were among the new ones, and Cameroon followed in November."),
            (0, "On 2 December 2021, in Brussels, an Africa Focus Group was launched. Its first co-chairs were Italy, Morocco, Niger and the United States."),
            (1, "By 11 May 2022, when the ministers met in Marrakech, the group had held three meetings: in Brussels, in Rome and in Marrakech."),
            (0, "Partners also support a regional facility for stabilisation in the Lake Chad Basin."),
            (1, "More is not known here. The page of the episode will say what it is about when it comes out.")))),
    "fr": (
        ("Deux voix de machine", (
            (0, "Ceci est une voix de synthèse, produite pour une démonstration."),
            (1, "Celle-ci l’est aussi : personne n’a prononcé ces mots."),
            (0, "Ceci n’est ni le site de la Coalition, ni son podcast. Nous redisons ce que disent des sources publiques, et rien de plus."))),
        ("La série annoncée", (
            (0, "Sur la page d’accueil de la Coalition, au début de 2023, l’animatrice d’un podcast l’a annoncé : « Taking Apart Terror ».",
             "Sur la page d’accueil de la Coalition, au début de 2023, l’animatrice d’un podcast l’a annoncé : Téquine Apart Téreur."),
            (1, "Sa première saison est l’édition Afrique de l’Ouest, en neuf épisodes."),
            (0, "Il y est question de l’extrémisme violent dans le bassin du lac Tchad, et des moyens de combattre Daech où qu’il soit."),
            (1, "Le sujet du premier épisode, les sources disponibles ne le disent pas. Il était annoncé, il n’était pas encore paru."))),
        ("L’Afrique dans le travail de la Coalition", (
            (0, "Quelques faits peuvent tout de même être rappelés."),
            (1, "En juillet 2017, la Coalition comptait 73 membres. L’Éthiopie, Djibouti, le Tchad et le Niger étaient parmi les nouveaux ; le Cameroun a suivi en novembre."),
            (0, "Le 2 décembre 2021, à Bruxelles, un Groupe de réflexion sur l’Afrique a été lancé. Ses premiers coprésidents étaient l’Italie, le Maroc, le Niger et les États-Unis."),
            (1, "Le 11 mai 2022, quand les ministres se sont réunis à Marrakech, le groupe avait tenu trois réunions : à Bruxelles, à Rome et à Marrakech."),
            (0, "Des partenaires soutiennent aussi un mécanisme régional de stabilisation pour le bassin du lac Tchad."),
            (1, "On n’en sait pas davantage ici. La page de l’épisode dira son sujet quand il paraîtra.")))),
    "ar": (
        ("صوتان اصطناعيان", (
            (0, "هذا صوت اصطناعي أُعدّ لعرض توضيحي.",
             "هٰذَا صَوْتٌ اِصْطِنَاعِيٌّ، أُعِدَّ لِعَرْضٍ تَوْضِيحِيّ."),
            (1, "وهذا الصوت أيضًا اصطناعي، فلم ينطق أحد بهذه الكلمات.",
             "وَهٰذَا الصَّوْتُ أَيْضًا اِصْطِنَاعِيّ، فَلَمْ يَنْطِقْ أَحَدٌ بِهٰذِهِ الْكَلِمَات."),
            (0, "ليس هذا موقع التحالف ولا البودكاست التابع له. نحن نعيد سرد ما تقوله مصادر منشورة لا غير.",
             "لَيْسَ هٰذَا مَوْقِعَ التَّحَالُفِ، وَلَا الْبُودْكَاسْتَ التَّابِعَ لَهُ. نَحْنُ نُعِيدُ سَرْدَ مَا تَقُولُهُ مَصَادِرُ مَنْشُورَةٌ لَا غَيْر."))),
        ("السلسلة المعلن عنها", (
            (0, "في مطلع 2023 أعلنت المقدّمة على الصفحة الرئيسية للتحالف عن بودكاست بعنوان «تفكيك الإرهاب».",
             "فِي مَطْلَعِ أَلْفَيْنِ وَثَلَاثَةٍ وَعِشْرِين، أَعْلَنَتِ الْمُقَدِّمَةُ عَلَى الصَّفْحَةِ الرَّئِيسِيَّةِ لِلتَّحَالُف، عَنْ بُودْكَاسْت بِعُنْوَانِ تَفْكِيكِ الْإِرْهَاب."),
            (1, "موسمه الأول هو نسخة غرب أفريقيا، في تسع حلقات.",
             "مَوْسِمُهُ الْأَوَّلُ هُوَ نُسْخَةُ غَرْبِ أَفْرِيقِيَا، فِي تِسْعِ حَلَقَات."),
            (0, "وموضوعه التطرف العنيف في حوض بحيرة تشاد، وسبل التصدي لداعش أينما وُجد.",
             "وَمَوْضُوعُهُ التَّطَرُّفُ الْعَنِيفُ فِي حَوْضِ بُحَيْرَةِ تْشَاد، وَسُبُلُ التَّصَدِّي لِدَاعِش، أَيْنَمَا وُجِد."),
            (1, "أما موضوع الحلقة الأولى فلا تذكره المصادر المتاحة. لقد أُعلن عنها ولم تصدر بعد.",
             "أَمَّا مَوْضُوعُ الْحَلَقَةِ الْأُولَى، فَلَا تَذْكُرُهُ الْمَصَادِرُ الْمُتَاحَة. لَقَدْ أُعْلِنَ عَنْهَا، وَلَمْ تَصْدُرْ بَعْد."))),
        ("أفريقيا في عمل التحالف", (
            (0, "في يوليو 2017 بلغ عدد أعضاء التحالف 73 عضوًا. وكان من الجدد إثيوبيا وجيبوتي وتشاد والنيجر، ثم انضمت الكاميرون في نوفمبر.",
             "فِي يُولْيُو أَلْفَيْنِ وَسَبْعَةَ عَشَر، بَلَغَ عَدَدُ أَعْضَاءِ التَّحَالُفِ ثَلَاثَةً وَسَبْعِينَ عُضْوًا. وَكَانَ مِنَ الْجُدُدِ إِثْيُوبِيَا، وَجِيبُوتِي، وَتْشَاد، وَالنَّيْجَر. ثُمَّ انْضَمَّتِ الْكَامِيرُونُ فِي نُوفَمْبِر."),
            (1, "وفي 2 ديسمبر 2021 أُطلقت في بروكسل مجموعة التركيز المعنية بأفريقيا، وتولت رئاستها المشتركة الأولى إيطاليا والمغرب والنيجر والولايات المتحدة.",
             "وَفِي الثَّانِي مِنْ دِيسَمْبِر أَلْفَيْنِ وَوَاحِدٍ وَعِشْرِين، أُطْلِقَتْ فِي بْرُوكْسِل مَجْمُوعَةُ التَّرْكِيزِ الْمَعْنِيَّةُ بِأَفْرِيقِيَا، وَتَوَلَّتْ رِئَاسَتَهَا الْمُشْتَرَكَةَ الْأُولَى إِيطَالِيَا، وَالْمَغْرِب، وَالنَّيْجَر، وَالْوِلَايَاتُ الْمُتَّحِدَة."),
            (0, "وحتى اجتماع الوزراء في مايو 2022 كانت المجموعة قد عقدت ثلاثة اجتماعات: في بروكسل وروما ومراكش.",
             "وَحَتَّى اجْتِمَاعِ الْوُزَرَاءِ فِي مَايُو أَلْفَيْنِ وَاثْنَيْنِ وَعِشْرِين، كَانَتِ الْمَجْمُوعَةُ قَدْ عَقَدَتْ ثَلَاثَةَ اجْتِمَاعَات: فِي بْرُوكْسِل، وَرُومَا، وَمُرَّاكُش."),
            (1, "ويدعم شركاء كذلك مرفقًا إقليميًا لتحقيق الاستقرار في حوض بحيرة تشاد.",
             "وَيَدْعَمُ شُرَكَاءُ كَذٰلِكَ مِرْفَقًا إِقْلِيمِيًّا، لِتَحْقِيقِ الِاسْتِقْرَارِ فِي حَوْضِ بُحَيْرَةِ تْشَاد."),
            (0, "ولا يُعرف هنا أكثر من ذلك. وستذكر صفحة الحلقة موضوعها عند صدورها.",
             "وَلَا يُعْرَفُ هُنَا أَكْثَرُ مِنْ ذٰلِك. وَسَتَذْكُرُ صَفْحَةُ الْحَلَقَةِ مَوْضُوعَهَا عِنْدَ صُدُورِهَا.")))),
}

# The film: for each sentence the picture that it is spoken over.
FILM_PICTURES = ("classroom", "way-to-school", "library", "voices", "radio-studio", "workshop", "river-city")
FILM = {
    "en": (("This is a synthetic voice, made for a demonstration; the pictures are drawn.",),
           ("Early in 2023 the Coalition’s home page named a campaign: This Generation Learns.",),
           ("The sources at hand say no more than that.",),
           ("So the posts that are gathered on its page are samples.",),
           ("They come from invented organisations, and their hashtags bring them together: SampleTraining and SampleRadio.",
            "They come from invented organisations, and their hashtags bring them together: Sample Training, and Sample Radio."),
           ("Sample content says so in its name.",),
           ("If a name does not say so, the matter is real.",)),
    "fr": (("Ceci est une voix de synthèse, produite pour une démonstration ; les images sont dessinées.",),
           ("Au début de 2023, la page d’accueil de la Coalition nommait une campagne : « Cette génération apprend ».",),
           ("Les sources disponibles n’en disent pas plus.",),
           ("Les publications réunies sur sa page sont donc des exemples.",),
           ("Elles viennent d’organisations inventées, et leurs mots-dièse les réunissent : SampleTraining et SampleRadio.",
            "Elles viennent d’organisations inventées, et leurs mots-dièse les réunissent : Sammpeul Tréning, et Sammpeul Radio."),
           ("Tout contenu d’exemple le dit dans son nom.",),
           ("Si le nom ne le dit pas, la chose est réelle.",)),
    "ar": (("هذا صوت اصطناعي أُعدّ لعرض توضيحي، والصور مرسومة.",
            "هٰذَا صَوْتٌ اِصْطِنَاعِيٌّ، أُعِدَّ لِعَرْضٍ تَوْضِيحِيّ، وَالصُّوَرُ مَرْسُومَة."),
           ("في مطلع 2023 ذكرت الصفحة الرئيسية للتحالف حملة بعنوان «هذا الجيل يتعلّم».",
            "فِي مَطْلَعِ أَلْفَيْنِ وَثَلَاثَةٍ وَعِشْرِين، ذَكَرَتِ الصَّفْحَةُ الرَّئِيسِيَّةُ لِلتَّحَالُف، حَمْلَةً بِعُنْوَان: هٰذَا الْجِيلُ يَتَعَلَّم."),
           ("ولا تقول المصادر المتاحة أكثر من ذلك.", "وَلَا تَقُولُ الْمَصَادِرُ الْمُتَاحَةُ أَكْثَرَ مِنْ ذٰلِك."),
           ("ولذلك فإن المنشورات المجموعة في صفحتها أمثلة.", "وَلِذٰلِك، فَإِنَّ الْمَنْشُورَاتِ الْمَجْمُوعَةَ فِي صَفْحَتِهَا أَمْثِلَة."),
           ("وهي من منظمات مبتكرة، جُمعت بوسمين من وسوم المثال.", "وَهِيَ مِنْ مُنَظَّمَاتٍ مُبْتَكَرَة، جُمِعَتْ بِوَسْمَيْنِ مِنْ وُسُومِ الْمِثَال."),
           ("كل محتوى مصنوع للمثال يدل عليه اسمه.", "كُلُّ مُحْتَوًى مَصْنُوعٍ لِلْمِثَالِ، يَدُلُّ عَلَيْهِ اسْمُه."),
           ("فإن لم يدل الاسم على ذلك فالأمر حقيقي.", "فَإِنْ لَمْ يَدُلَّ الِاسْمُ عَلَى ذٰلِك، فَالْأَمْرُ حَقِيقِيّ.")),
}


def run(*words, **more):
    subprocess.run([str(w) for w in words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)


def typeset(text, language):
    """French has a narrow space before its high marks and inside its quotes."""
    if language != "fr":
        return text
    text = re.sub(r" ([;:!?»])", THIN + r"\1", text)
    return text.replace("« ", "«" + THIN)


def seconds(path):
    with wave.open(str(path)) as sound:
        return sound.getnframes() / sound.getframerate()


def speak(words, voice, path):
    """One sentence, without the silence around it, at an even loudness."""
    name, speed, pitch = voice
    raw = path.with_suffix(".raw.wav")
    run("espeak-ng", "-v", name, "-s", speed, "-p", pitch, "-w", raw, words.replace(THIN, " "))
    run("sox", raw, "-r", RATE, "-c", 1, "-b", 16, path, "highpass", 70, "treble", -4, 6000, "silence", 1, .02, "0.2%", "reverse", "silence", 1, .02, "0.2%",
        "fade", .03, "reverse", "fade", .01, "norm", -4)


def silence(length, path):
    run("sox", "-n", "-r", RATE, "-c", 1, "-b", 16, path, "trim", 0, length)


def chime(path):
    """Three soft notes that rise."""
    run("sox", "-n", "-r", RATE, "-c", 1, "-b", 16, path, "synth", 2.2, "sine", 392, "sine", 493.88, "sine", 587.33, "delay", 0, .22, .44, "remix", "-",
        "fade", "q", .02, 2.2, 1.6, "norm", -12)


def clock(t):
    return f"{int(t // 3600):02}:{int(t // 60) % 60:02}:{t % 60:06.3f}"


def lines(words, longest=44):
    """Captions stand in two lines at most."""
    if len(words) <= longest:
        return words
    middle = min((abs(i - len(words) / 2), i) for i, c in enumerate(words) if c == " ")[1]
    return words[:middle] + "\n" + words[middle + 1:]


def podcast(language, work):
    parts, t, cues, chapters = [], 0.0, [], []

    def add(path):
        nonlocal t
        parts.append(path)
        t += seconds(path)

    def rest(length):
        path = work / f"rest{len(parts)}.wav"
        silence(length, path)
        add(path)

    start = work / "chime.wav"
    chime(start)
    add(start)
    rest(.3)
    for c, (title, sentences) in enumerate(PODCAST[language]):
        if c:
            rest(.7)
        chapters.append((0 if c == 0 else int(t), typeset(title, language)))
        for i, sentence in enumerate(sentences):
            path = work / f"{c}-{i}.wav"
            speak(typeset(sentence[-1], language), VOICES[language][sentence[0]], path)
            begin = t
            add(path)
            cues.append((begin, t, NAMES[language][sentence[0]], typeset(sentence[1], language)))
            rest(.4)
    rest(.4)
    whole = work / "whole.wav"
    run("sox", *parts, whole)
    run("ffmpeg", "-y", "-i", whole, "-c:a", "libmp3lame", "-b:a", "40k", "-ac", 1, "-ar", RATE, "-map_metadata", -1,
        "-metadata", "comment=Synthetic voices, made for a demonstration", MEDIA / f"west-africa-1.{language}.mp3")
    body = "".join(f"\n{i}\n{clock(a)} --> {clock(b)}\n<v {who}>{words}</v>\n" for i, (a, b, who, words) in enumerate(cues, 1))
    (MEDIA / f"west-africa-1.{language}.vtt").write_text("WEBVTT\n" + body, encoding="utf-8")
    print(language, f"{t:.1f} s", *(f"{a // 60}:{a % 60:02} {title}" for a, title in chapters), sep=" | ")


def film(language, work):
    from PIL import Image
    width, height, rate, cross = 854, 480, 15, .8
    parts, spans, t = [], [], 0.0
    for i, sentence in enumerate(FILM[language]):
        gap, path = work / f"g{i}.wav", work / f"f{i}.wav"
        silence(1.1 if i == 0 else .75, gap)
        speak(typeset(sentence[-1], language), VOICES[language][0], path)
        parts += [gap, path]
        t += seconds(gap)
        begin, t = t, t + seconds(path)
        spans.append((begin, t, typeset(sentence[0], language)))
    silence(1.4, work / "end.wav")
    parts.append(work / "end.wav")
    t += 1.4
    whole = work / "film.wav"
    run("sox", *parts, whole)
    cuts = [0.0] + [(a[1] + b[0]) / 2 for a, b in zip(spans, spans[1:])] + [t]
    pictures = []
    for name in FILM_PICTURES:
        png = work / f"{name}.png"
        if not png.exists():
            run("rsvg-convert", "-w", 1710, "-h", 962, "-o", png, HERE / f"{name}.svg")
        pictures.append(Image.open(png).convert("RGB"))

    def frame(i, at):
        """Picture i as the camera sees it: a slow drift, in or out."""
        picture, share = pictures[i], (at - cuts[i] + cross) / (cuts[i + 1] - cuts[i] + 2 * cross)
        share = min(1, max(0, share))
        zoom = 1 + .11 * (share if i % 2 == 0 else 1 - share)
        w = picture.width / zoom
        h = w * height / width
        x = (picture.width - w) * (.5 + .35 * (share - .5) * (1 if i % 3 else -1))
        y = (picture.height - h) * (.5 + .1 * (share - .5))
        return picture.transform((width, height), Image.Transform.AFFINE, (w / width, 0, x, 0, h / height, max(0, y)), Image.Resampling.BICUBIC)

    target = MEDIA / f"this-generation-learns.{language}.mp4"
    encode = subprocess.Popen(
        ["ffmpeg", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}", "-r", str(rate), "-i", "-", "-i", str(whole), "-c:v", "libx264",
         "-profile:v", "main", "-preset", "slow", "-crf", "32", "-pix_fmt", "yuv420p", "-g", "75", "-c:a", "aac", "-b:a", "48k", "-ac", "1", "-ar", str(RATE),
         "-map_metadata", "-1", "-metadata", "comment=Drawn pictures and a synthetic voice, made for a demonstration", "-movflags", "+faststart",
         "-shortest", str(target)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for n in range(math.ceil(t * rate)):
        at = n / rate
        i = max(k for k in range(len(pictures)) if cuts[k] <= at)
        shown = frame(i, at)
        for k, edge in ((i + 1, cuts[i + 1]), (i - 1, cuts[i])):
            if 0 <= k < len(pictures) and abs(at - edge) < cross / 2:
                part = .5 - abs(at - edge) / cross
                shown = Image.blend(shown, frame(k, at), part)
        edge = min(1, at / .5, (t - at) / .6)
        if edge < 1:
            shown = Image.blend(Image.new("RGB", (width, height), (15, 40, 54)), shown, max(0, edge))
        encode.stdin.write(shown.tobytes())
    encode.stdin.close()
    if encode.wait():
        sys.exit(f"{target} was not made")
    body = "".join(f"\n{i}\n{clock(a)} --> {clock(b)}\n{lines(words)}\n" for i, (a, b, words) in enumerate(spans, 1))
    (MEDIA / f"this-generation-learns.{language}.vtt").write_text("WEBVTT\n" + body, encoding="utf-8")
    print(language, f"film {t:.1f} s")


def main(wanted):
    MEDIA.mkdir(exist_ok=True)
    for language in VOICES:
        with tempfile.TemporaryDirectory() as folder:
            if not wanted or "podcast" in wanted:
                podcast(language, Path(folder))
            if not wanted or "film" in wanted:
                film(language, Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
