# Les mots du site public en français. Une clé s’écrit groupe-reste ; une page lit des groupes entiers.
# Espace insécable (U+00A0) avant « : » et dans les guillemets, espace fine insécable (U+202F) avant « ; ! ? ».

## Ce que porte chaque page

# $title (texte) : le titre de la page. $site (texte) : le nom de la coalition.
site-title = { $title } | { $site }
site-skip = Aller au contenu principal
site-strip = Avis
site-menu = Menu principal
site-more = Plus sur ce site
site-languages = Langues
site-stories = Actualités
site-statements = Déclarations
site-announcements = Annonces
site-members = Membres
site-efforts = Axes d’effort
site-tags = Thèmes
site-wall = La voix des membres
site-feed = Fil d’actualités (Atom)
site-table = Tableau

## La page d’accueil

home-campaign = Campagne
home-podcast = Podcast
home-videos = Vidéos
home-preparing = En préparation.

## Listes

list-newest = Dernières actualités
list-all-stories = Toutes les actualités
list-older = Plus anciens
list-newer = Plus récents
list-pages = Pages de cette liste
list-years = Par année
list-empty = Rien n’a encore été publié ici.
# $date (texte) : le jour de l’élément le plus récent de cette page.
list-until = Jusqu’au { $date }
# $year (texte) : l’année.
list-year = Actualités de { $year }
# $name (texte) : le thème.
list-tag = Thème : { $name }
# $name (texte) : le membre.
list-member = Actualités : { $name }
# $name (texte) : l’axe d’effort.
list-effort = { $name } : actualités
# $name (texte) : le membre.
list-voice = La voix du membre : { $name }

## Une actualité

# $language (texte) : le nom de la langue du texte source.
story-untranslated = Ce texte n’est pas encore traduit. Il est affiché dans sa langue d’origine : { $language }.
story-agency = Repris de :
story-original = Lire l’original
story-neighbours = Actualités précédente et suivante
story-related = À lire aussi

## Annonces

announcement-running = Annonce
announcement-all = Toutes les annonces
# $from et $until (texte) : le premier et le dernier jour, avec l’année.
announcement-period = Du { $from } au { $until }

## Membres

member-all = Tous les membres
# $count (nombre) : combien de membres la liste contient.
member-listed =
    { $count ->
        [one] { $count } membre figure ici.
        [many] { $count } de membres figurent ici.
       *[other] { $count } membres figurent ici.
    }
member-states = États
member-organisations = Organisations
member-former = Anciens membres
member-standing = Statut
member-full = Membre à part entière
member-observer = Observateur
member-partner = Partenaire
member-form = Nature
member-state = État
member-organisation = Organisation
member-joined = Membre depuis le
member-left = Membre jusqu’au
member-leads = Codirige
member-stories = Tout sur ce membre
member-posts = Toutes les publications de ce membre

## Axes d’effort

effort-all = Tous les axes d’effort
effort-leads = Codirection
effort-stories = Tout sur cet axe d’effort

## Le mur des publications des membres

wall-more = Afficher plus
wall-address = Publication d’origine
wall-original = « Publication d’origine » s’ouvre sur le site de son auteur.
# $member (texte) : le nom du membre qui relaie la publication.
wall-reposted = Relayé par { $member }
# $number, $of (nombres) : le rang que la publication s’attribue, et le total.
wall-part = Partie { $number } sur { $of }
# $name (texte) : qui parle. $date (texte) : le jour en toutes lettres.
wall-post = Publication : { $name }, { $date }

## Ce qui n’est pas là

error-missing = Page introuvable
error-missing-words = Il n’y a rien à cette adresse. Elle a peut-être été mal saisie ou mal copiée.
error-gone = N’est plus disponible
error-gone-words = Ce qui se trouvait à cette adresse a été retiré.
error-back = Continuer à partir d’ici
