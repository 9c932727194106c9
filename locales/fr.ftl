# Les mots du site public en français. Une clé s’écrit groupe-reste ; une page lit des groupes entiers.
# Espace insécable (U+00A0) avant « : » et dans les guillemets, espace fine insécable (U+202F) avant « ; ! ? ».

## Ce que porte chaque page

site-skip = Aller au contenu principal
site-menu = Menu principal
site-home = Accueil
site-stories = Actualités
site-statements = Déclarations
site-members = Membres
site-efforts = Axes d’effort
site-wall = La voix des membres
site-languages = Langues
site-about = À propos de la coalition

## Listes

list-older = Plus anciens
list-newer = Plus récents
list-empty = Rien n’a encore été publié ici.
# $count (nombre) : combien d’articles la liste contient.
list-count =
    { $count ->
        [one] { $count } article
        [many] { $count } d’articles
       *[other] { $count } articles
    }

## Un article

# $date (texte) : le jour en toutes lettres.
story-published = Publié le { $date }
story-corrected = Corrigé le { $date }
# $language (texte) : le nom de la langue du texte source.
story-untranslated = Ce texte n’est pas encore traduit. Il est affiché dans sa langue d’origine : { $language }.
story-related = À lire aussi

## Le mur des publications des membres

# $member (texte) : le nom du membre qui relaie la publication.
wall-reposted = Relayé par { $member }
wall-original = « Publication d’origine » s’ouvre sur le site du membre
# $count (nombre) : combien de membres s’expriment sur le mur.
wall-voices =
    { $count ->
        [one] { $count } membre s’exprime ici
        [many] { $count } de membres s’expriment ici
       *[other] { $count } membres s’expriment ici
    }
