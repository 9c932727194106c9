# Les mots du site public en français. Une clé s’écrit groupe-reste ; une page lit des groupes entiers.
# Espace insécable (U+00A0) avant « : » et dans les guillemets, espace fine insécable (U+202F) avant « ; ! ? ».

## Ce que porte chaque page

# $title (texte) : le titre de la page. $site (texte) : le nom de la coalition.
site-title = { $title } | { $site }
site-skip = Aller au contenu principal
site-strip = Avis
site-menu = Menu principal
site-menu-open = Menu
site-menu-all = Toutes les rubriques
site-more = Plus sur ce site
site-languages = Langues
site-stories = Actualités
site-statements = Déclarations
site-announcements = Annonces
site-members = Membres
site-efforts = Axes d’effort
site-groups = Groupes
site-meetings = Réunions
site-campaigns = Campagnes
site-series = Podcasts
site-videos = Vidéos
site-tags = Thèmes
site-wall = La voix des membres
site-feed = Fil d’actualités (Atom)
site-table = Tableau
site-no-cookies = Pas de cookies. Pourquoi ?
site-search = Rechercher
site-accessibility = Accessibilité
site-share = Partager
site-share-mail = Par courriel

## La page d’accueil

home-videos = Dernières vidéos
home-all-videos = Toutes les vidéos

## Listes

list-newest = Dernières actualités
list-all-stories = Toutes les actualités
list-older = Plus anciens
list-newer = Plus récents
list-pages = Pages de cette liste
list-years = Par année
list-archive = Archives
list-empty = Rien n’a encore été publié ici.
# $date (texte) : le jour de l’élément le plus récent de cette page.
list-until = Jusqu’au { $date }
# $year (texte) : l’année.
list-year = Actualités de { $year }
# $month (texte) : le mois et son année.
# $year (texte) : l’année.
list-statements-year = Déclarations de { $year }
# $name (texte) : le groupe.
list-group = { $name } : actualités
# $name (texte) : le groupe.
list-meetings-of = { $name } : réunions
# $name (texte) : la campagne.
list-campaign = { $name } : actualités
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
member-parts = Parties de cet annuaire
# $count (nombre) : combien de membres la liste contient.
member-listed =
    { $count ->
        [one] { $count } membre figure ici.
        [many] { $count } de membres figurent ici.
       *[other] { $count } membres figurent ici.
    }
member-states = États
member-organisations = Organisations
member-regions = Par région
member-africa = Afrique
member-americas = Amériques
member-asia-pacific = Asie et Pacifique
member-europe = Europe
member-middle-east = Moyen-Orient et Afrique du Nord
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
member-leads-groups = Codirige les groupes
member-press = Presse
member-press-office = Écrire au service de presse
member-stories = Tout sur ce membre
member-posts = Toutes les publications de ce membre

## Axes d’effort

effort-all = Tous les axes d’effort
effort-leads = Codirection
effort-stories = Tout sur cet axe d’effort

## Groupes

group-steering = Groupe de pilotage
group-steering-all = Groupes de pilotage
group-working = Groupe de travail
group-working-all = Groupes de travail
group-focus = Groupe régional
group-focus-all = Groupes régionaux
group-initiative = Initiative commune
group-initiative-all = Initiatives communes de certains membres
group-leads = Codirection
group-members = Participants
group-meetings = Toutes les réunions de ce groupe
group-stories = Toutes les actualités de ce groupe

## Réunions

meeting-date = Date
# $from et $until (texte) : le premier et le dernier jour.
meeting-days = du { $from } au { $until }
meeting-time = Heure
# $opens et $closes (texte) : l’heure. $zone (texte) : le nom du fuseau horaire.
meeting-hours = de { $opens } à { $closes } ({ $zone })
meeting-place = Lieu
meeting-groups = Réunion de
meeting-hosts = Accueillie par
meeting-outcome = Résultat
meeting-calendar = Ajouter à un agenda
meeting-documents = Documents

## Campagnes

campaign-news = Dans cette campagne
campaign-all-news = Tout sur cette campagne
campaign-more = Voir la campagne
campaign-kicker = Campagne

## Podcasts

series-all = Tous les podcasts
series-kicker = Podcast
series-episodes = Épisodes
series-coming = Bientôt disponible
# $number (nombre) : la saison.
series-season = Saison { $number }
# $number (nombre) : l’épisode.
series-episode = Épisode { $number }

## Tout contenu

# $date (texte) : le jour pour lequel la fonction est indiquée.
entry-as-of = au { $date }
entry-notes = Notes
entry-note-back = Retour au texte

## Déclarations

statement-reservation = Réserve
# $date, $time (texte) : le jour et l’heure sur place. $zone, $offset (texte) : le fuseau et son avance. $utc (texte) : la même chose en UTC.
statement-released-there = { $date }, { $time } ({ $zone }, UTC{ $offset }) ; { $utc }
# $names (texte) : des membres, en liste.
statement-issued = Publié par { $names }
statement-issuers = Publié par
statement-associated = S’y sont associés
statement-authentic = Texte faisant foi
# $languages (texte) : une liste de langues.
statement-authentic-in = Ceci est une traduction. Font foi les textes en : { $languages }.
statement-reference = Référence
statement-released = Diffusé
statement-text = Texte brut
# $site (texte) : la coalition. $title (texte) : la déclaration. $date (texte) : le jour de sa diffusion.
statement-citation = { $site }, « { $title } », { $date }
statement-quote = « … »
statement-cite = Citer cette déclaration
statement-cite-paragraph = Le numéro d’un paragraphe y mène : son adresse se termine par le paragraphe.
statement-copy = Copier avec la référence
statement-copied = Copié
# $number (texte) : le paragraphe.
statement-paragraph = Paragraphe { $number }

## Le mur des publications des membres

wall-more = Afficher plus
wall-all = Toutes les voix des membres
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

## Ce que le site fait de ceux qui le lisent

privacy-title = Confidentialité
privacy-summary = Personne n’est suivi ici ; personne n’est donc prié de donner son accord.
privacy-cookies = Aucun cookie n’est déposé : il n’y a rien à accepter ni à refuser.
privacy-origin = Tout ce dont une page a besoin vient du serveur qui l’a envoyée. Votre navigateur ne demande à aucun autre ni images, ni polices, ni publications, ni quoi que ce soit.
privacy-counters = Rien ne compte les visites ; rien n’est vendu ni transmis.
privacy-no-script = Les pages ne contiennent aucun script.
privacy-script = Un petit script de ce serveur rend certains gestes plus commodes. Tout se lit et se fait sans lui.
privacy-wall = Ce que les membres ont dit ailleurs a été copié ici : le lire n’en informe aucun réseau.
privacy-videos = Une vidéo n’est chargée que si vous la lancez. Celle qui se trouve ailleurs est un simple lien.
privacy-search = Ce que vous cherchez ne va qu’à ce serveur, qui répond et n’en garde rien. Cela figure dans l’adresse de la page, donc dans l’historique de votre navigateur.
privacy-links = Un lien peut mener à un autre site, qui a ses propres règles. Votre navigateur ne s’y rend que si vous le suivez.
privacy-log = Le programme qui répond ne tient aucune liste de qui lit quoi. Qui exploite la machine, ou un réseau sur le chemin, peut voir des adresses, comme pour tout site ; demandez-leur ce qu’ils conservent.

## Rechercher sur le site

search-title = Rechercher
search-label = Des mots, ou « une formule exacte »
search-do = Rechercher
search-hint = La recherche porte sur tous les titres et chapeaux, et sur le texte entier des déclarations. Chaque mot doit être trouvé ; le dernier peut être inachevé. Ce qui est entre guillemets est cherché tel quel.
# $query (texte) : ce qui est demandé.
search-for = Recherche : { $query }
# $count (texte) : combien, en chiffres.
search-found = Résultats : { $count }
# $query (texte) : ce qui est demandé.
search-nothing = Rien n’a été trouvé pour : { $query }
search-nowhere = Ne figurent nulle part :
search-long = C’est trop long pour être recherché. Prenez au plus 24 mots et 200 caractères.
search-building = La recherche se prépare. Réessayez dans quelques secondes.
search-still = Cette copie du site ne permet pas la recherche, qui a besoin du serveur du site.
search-pages = Pages de résultats
# $page, $pages (texte) : quelle page sur combien, en chiffres.
search-page = Page { $page } sur { $pages }
search-before = Précédents
search-after = Plus de résultats
# Mots qui peuvent manquer quand d’autres sont demandés.
search-small = à au aux avec dans de des du en et la le les ou par pour sur un une

## Qui peut utiliser le site

accessibility-title = Accessibilité
accessibility-summary = Chacun doit pouvoir lire et utiliser ce site. Cette page dit ce qui est fait pour cela, ce qui peut manquer et à qui le signaler.
accessibility-aim = Ce qui est visé
accessibility-standard = L’objectif est le niveau AA des Règles pour l’accessibilité des contenus Web (WCAG) 2.2, sur chaque page et dans chaque langue de ce site.
accessibility-checked = Le programme qui produit ces pages est vérifié par des tests automatiques à chaque construction, par des parcours au clavier seul et à une largeur de 320 pixels.
accessibility-unaudited = De telles vérifications trouvent certains obstacles, pas tous. Aucun audit par un organisme indépendant n’est revendiqué.
accessibility-use = Comment l’utiliser
accessibility-keyboard = Tout peut être atteint au clavier : Tab avance, Maj et Tab reculent, Entrée suit un lien. Le premier lien de chaque page mène au contenu principal. Ce qui a le focus est entouré.
accessibility-size = Le texte a la taille réglée dans votre navigateur et peut être agrandi.
accessibility-colours = Les pages suivent votre appareil lorsqu’il demande un affichage sombre ou clair, moins de mouvement ou ses propres couleurs.
accessibility-script = Aucun script n’est nécessaire pour lire ou faire quoi que ce soit, et rien n’est limité dans le temps.
accessibility-languages = Les mots dans une autre langue que celle de la page sont signalés comme tels, afin que les lecteurs d’écran puissent changer de voix.
accessibility-print = À l’impression, les menus sont omis et la destination des liens est indiquée.
accessibility-limits = Ce qui peut manquer
accessibility-pictures = Les descriptions des images sont écrites par des personnes, dans chaque langue. Certaines peuvent manquer ou en dire trop peu.
accessibility-recordings = Certains enregistrements peuvent être sans sous-titres ou sans transcription.
accessibility-posts = Les publications des membres sont montrées telles qu’elles ont été écrites, avec leurs signes et leurs abréviations.
accessibility-untranslated = Un texte qui n’est pas encore traduit est montré dans sa langue source, avec un avis.
accessibility-tables = Un tableau large défile latéralement dans son propre cadre.
accessibility-elsewhere = Des liens peuvent mener à d’autres sites, pour lesquels rien de ce qui est dit ici ne vaut.
accessibility-tell = Dites-le-nous
accessibility-tell-what = Si quelque chose vous empêche de lire ou de faire ce pour quoi vous êtes venu, dites-le. Il est utile d’indiquer l’adresse de la page, ce que vous vouliez faire, et avec quel navigateur ou quelle aide.
accessibility-tell-here = Signaler un obstacle
accessibility-tell-nobody = Ce site n’a pas encore indiqué d’adresse pour de tels signalements.

picture-credit = Image :

## Ce que l’on écoute, regarde et télécharge

player-download = Télécharger ({ $format })
# $length, $size (texte) : durée et taille de l’enregistrement.
player-facts = { $length } · { $size }
# $format, $size (texte) : type et taille d’un document.
player-document = ({ $format }, { $size })
# $larger, $smaller (texte) : heures et minutes, ou minutes et secondes.
player-length = { $larger } { $smaller }
# $count (nombre) : les heures.
player-hours =
    { $count ->
        [one] { $count } h
        [many] { $count } h
       *[other] { $count } h
    }
# $count (nombre) : les minutes.
player-minutes =
    { $count ->
        [one] { $count } min
        [many] { $count } min
       *[other] { $count } min
    }
# $count (nombre) : les secondes.
player-seconds =
    { $count ->
        [one] { $count } s
        [many] { $count } s
       *[other] { $count } s
    }
# $size (texte) : le nombre, déjà écrit.
player-kilobytes = { $size } ko
# $size (texte) : le nombre, déjà écrit.
player-megabytes = { $size } Mo
player-others = Dans d’autres langues :
player-credit = Enregistrement :
# $language (texte) : le nom de la langue parlée.
player-spoken = Langue parlée : { $language }.
# $host (texte) : le site qui montre la vidéo.
player-elsewhere = Voir la vidéo sur { $host }
player-none = La vidéo elle-même n’est pas disponible ici.
player-transcript = Transcription
# $language (texte) : le nom de la langue de la transcription.
player-transcript-in = La transcription est dans cette langue : { $language }.
player-transcript-others = La transcription dans d’autres langues :
player-plain = Transcription en texte brut
# $name (texte) : qui parle.
player-speaker = { $name } :
## Corrections et ce qui était dit auparavant

# $date (texte) : le jour. $note (texte) : ce qui a été corrigé, dans la langue du texte.
history-corrected = Corrigé le { $date } : { $note }
# $date (texte) : le jour.
history-updated = Mis à jour le { $date }
history-all = Toutes les versions de ce texte
# $language (texte) : le nom de la langue source, qui y mène. $date (texte) : le jour.
history-lacks-correction = Le texte source ({ $language }) a été corrigé le { $date }. Cette traduction ne comporte pas encore la correction.
# $language (texte) : le nom de la langue source, qui y mène. $date (texte) : le jour.
history-lacks-update = Le texte source ({ $language }) a été modifié le { $date }. Cette traduction ne comporte pas encore la modification.
# $title (texte) : le titre du texte.
history-page = Versions : { $title }
history-back = Retour au texte
# $number (texte) : quelle version.
history-version = Version { $number }
history-first = Publié
history-was-corrected = Corrigé
history-was-updated = Mis à jour
history-was-minor = Petite modification
# $number (texte) : quelle version.
history-since = Modifications depuis la version { $number }
history-older = Seuls les mots des versions les plus récentes sont comparés.
# $older, $newer (texte) : quelles versions.
history-difference = Modifications de la version { $older } à la version { $newer }
# $title (texte) : le titre du texte. $older, $newer (texte) : quelles versions.
history-difference-of = { $title } : de la version { $older } à la version { $newer }
history-legend = Ce qui a été supprimé est barré ; ce qui a été ajouté est souligné.
history-same = Les mots sont les mêmes dans les deux versions.
history-removed = supprimé :
history-inserted = ajouté :
# $count (nombre) : combien de paragraphes, d’intertitres et autres.
history-unchanged =
    { $count ->
        [one] { $count } partie est inchangée.
        [many] { $count } de parties sont inchangées.
       *[other] { $count } parties sont inchangées.
    }
history-title = Titre
history-official = Nom officiel
history-dateline = Lieu
history-summary = Chapeau
history-footnote = Note relative au nom
history-text = Texte
