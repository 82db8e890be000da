# French. Readers are addressed as "vous".
# Names of documents come in English and of either number, so they stand behind "document".

## Words

day = { $day }
month = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year }
comma = { ", " }
all-of = { $first } et { $last }

severity-critical = critique
severity-major = majeure
severity-minor = mineure
severity-none = aucune

topic-ai_training = Entraînement d'IA
topic-content_license = Licence sur vos contenus
topic-ownership_ip = Propriété
topic-monetization_fees = Frais et paiements
topic-data_sharing_sale = Partage ou vente de données
topic-data_collection = Collecte de données
topic-biometrics = Données du visage et de la voix
topic-arbitration_disputes = Arbitrage et litiges
topic-liability_warranty = Responsabilité
topic-termination_moderation = Modération et fermeture de comptes
topic-minors_age = Âge et mineurs
topic-copyright_dmca = Réclamations de droit d'auteur
topic-acceptable_use = Règles d'utilisation
topic-changes_to_terms = Modification des conditions
topic-governing_law = Droit et tribunaux
topic-advertising = Publicité
topic-account_security = Sécurité du compte
topic-opt_out_rights = Moyens de s'opposer

# The same within a sentence, behind "sur".
about-ai_training = l'entraînement d'IA
about-content_license = la licence sur les contenus des utilisateurs
about-ownership_ip = la propriété des œuvres et des droits
about-monetization_fees = les frais et les paiements
about-data_sharing_sale = le partage ou la vente de données
about-data_collection = la collecte de données
about-biometrics = les données du visage et de la voix
about-arbitration_disputes = l'arbitrage et les litiges
about-liability_warranty = la responsabilité
about-termination_moderation = la modération et la fermeture de comptes
about-minors_age = l'âge et les mineurs
about-copyright_dmca = les réclamations de droit d'auteur
about-acceptable_use = ce qu'il est permis ou interdit de faire
about-changes_to_terms = la façon dont les conditions peuvent changer
about-governing_law = le droit applicable et les tribunaux compétents
about-advertising = la publicité
about-account_security = la sécurité du compte
about-opt_out_rights = les moyens de s'opposer

target-all = toutes les plateformes
target-category = toutes les plateformes de la catégorie { $category }

## Announcements

change-ai_training-introduced = { $platform } a ajouté au document { $document } que les contenus ou les données des utilisateurs peuvent servir à entraîner l'IA.
change-ai_training-expanded = { $platform } a élargi la place de l'entraînement d'IA dans le document { $document }.
change-ai_training-restricted = { $platform } a réduit la place de l'entraînement d'IA dans le document { $document }.
change-ai_training-clarified_not_used = { $platform } indique désormais des limites à l'entraînement d'IA dans le document { $document }.
change-ai_training-optout_added = { $platform } a ajouté au document { $document } un moyen de s'opposer à l'entraînement d'IA.
change-ai_training-optout_removed = { $platform } a retiré du document { $document } un moyen de s'opposer à l'entraînement d'IA.
change-added = { $platform } a ajouté au document { $document } un passage sur { $topic }.
change-removed = { $platform } a retiré du document { $document } un passage sur { $topic }.
change-back = { $platform } a remis dans le document { $document } un passage sur { $topic }.
change-reworded = { $platform } a reformulé dans le document { $document } un passage sur { $topic }.
change-other = { $platform } a modifié le document { $document }.
change-reverted = { $platform } a annulé une modification antérieure du document { $document }.

quote-added = Ajouté
quote-removed = Retiré
quote-reworded = Reformulé
quote-was = Avant
quote-now = Maintenant
quote-except = Sauf
quotes-left = { $count ->
    [one] Un autre passage a changé.
   *[other] { $count } autres passages ont changé.
}
quotes-thread = Le texte intégral se trouve dans le fil ci-dessous.

fact-effective = En vigueur à partir du
fact-dated = Daté du
fact-seen = Vu pour la première fois le
fact-severity = Gravité
fact-also = Autres sujets
change-silent = Le texte a changé, mais pas la date que la page indique elle-même.

link-document = Lire le document
link-archive = Dans les archives
link-change = Avant et après
footer-change = Citations copiées de { $host }, lues le { $day } ; le lien mène à la page telle qu'elle est maintenant. Résumé rédigé par un logiciel. Ceci n'est pas un conseil juridique.
footer-archived = Citations copiées d'une archive de { $host }, lues le { $day } ; les liens mènent à l'archive et à la page telles qu'elles sont maintenant. Résumé rédigé par un logiciel. Ceci n'est pas un conseil juridique.
detail-headline = Tout ce qui a changé dans le document { $document } de { $platform }, mot pour mot.

story-headline = Actualité sur { $platforms } : « { $title } »
story-headline-open = Actualité : « { $title } »
story-title = Actualités · { $source }
story-unconfirmed = Un article de presse, pas encore confirmé dans le document.
fact-published = Publié le
fact-about = Sujets
link-story = Lire sur { $source }
footer-story = Rapporté par { $source }. Ceci n'est pas un conseil juridique.

## Digests, reminders and what follows an announcement

digest-headline = { $count } modifications sur { $platforms ->
    [one] une plateforme
   *[other] { $platforms } plateformes
}.
digest-line = { $title } ({ $day }) — { $headline }
digest-footer = Résumé rédigé par un logiciel. Ceci n'est pas un conseil juridique.
reminder-headline = Bientôt chez { $platform } : { $day }.
reminder-headline-open = Bientôt chez { $platform }.
reminder-told = Vu pour la première fois le { $day } : { $headline }
reminder-footer = Rappel d'une modification déjà annoncée. Résumé rédigé par un logiciel. Ceci n'est pas un conseil juridique.
followup-taken-back = Annulé le { $day }.
followup-again = Modifié à nouveau le { $day } : { $headline }

## Guidance: what a creator can do

optout-account_toggle = Vous pouvez désactiver cela.
optout-per_item_toggle = Vous pouvez désactiver cela, pour chaque élément séparément.
optout-admin_only = Seul le propriétaire ou un administrateur du compte peut désactiver cela : demandez au vôtre.
optout-email_request = Vous pouvez vous opposer par e-mail. Gardez la réponse.
optout-objection_form = Vous pouvez vous opposer au moyen d'un formulaire. L'opposition peut être refusée ; gardez la confirmation.
optout-opt_in_default = Rien à faire : c'est désactivé tant que vous n'acceptez pas.
optout-terms_prohibit = Rien à désactiver : les conditions promettent de ne pas le faire.
optout-site_signal = Vous pouvez demander aux robots de rester à l'écart ; seuls les plus polis le respectent.
optout-file_metadata = Vous pouvez marquer vos fichiers ; peu de services lisent la marque, et bien des mises en ligne l'effacent.
optout-limit_visibility = Il n'y a pas de réglage. Vous pouvez limiter qui voit vos œuvres, ce qui coûte de la portée.
optout-delete_or_leave = Il n'y a pas de réglage. Il reste à supprimer vos œuvres ou à partir ; les copies et les modèles entraînés restent.
optout-negotiate = Il n'y a pas de réglage. Cela dépend d'un accord distinct : demandez lequel s'applique à vous.
optout-none = Nous n'avons trouvé aucun moyen de s'opposer.
optout-unknown = Nous ne savons pas s'il existe un moyen de s'opposer.

guidance-partly = En partie seulement. { $lead }
guidance-partly-default = En partie seulement : une partie est désactivée tant que vous n'acceptez pas, et pour le reste nous n'avons trouvé aucun moyen de s'opposer.
guidance-regional = Uniquement pour { $regions }. { $lead }

guidance-none-found = Nous avons cherché un réglage, un formulaire et une adresse à laquelle écrire, et n'en avons trouvé aucun.
guidance-steps = Que faire
guidance-where = Où
guidance-deadline = Dernier jour
guidance-undone = Il existe une promesse écrite d'annuler l'entraînement déjà fait.
guidance-not-undone = Cela met fin à l'usage futur ; l'entraînement déjà fait n'est pas annulé.
guidance-undone-unsaid = Il s'agit de l'usage futur ; rien de ce que nous avons lu ne dit que l'entraînement déjà fait est annulé.
guidance-bound = S'opposer est une demande adressée à cette entreprise. Elle n'engage pas les autres, qui ont des copies ou qui aspirent le web.
guidance-exempt = Soumis à d'autres règles, selon notre lecture ({ $day }) : { $exempt }
guidance-checked = Dernière vérification : { $day }.
guidance-checked-steps = Dernière vérification : { $day } ; les noms des boutons changent.
guidance-earlier = Vérifié pour la dernière fois avant cette modification, qui a pu rendre ceci caduc ({ $day }) : { $lead }
guidance-link = Où le faire
statement = { $who }, { $day } : { $claim } C'est une déclaration, pas une clause.

## Answers

training-allowed = { $platform } peut entraîner l'IA avec les contenus ou les données des utilisateurs.
training-opt_out = { $platform } peut entraîner l'IA avec les contenus ou les données des utilisateurs, sauf s'ils s'y opposent.
training-opt_in = { $platform } dit n'entraîner l'IA avec les contenus des utilisateurs que s'ils l'acceptent, dans les limites indiquées ci-dessous.
training-prohibited = { $platform } dit ne pas entraîner l'IA avec les contenus des utilisateurs, dans les limites indiquées ci-dessous.
training-unclear = { $platform } ne dit pas clairement si l'IA est entraînée avec les contenus des utilisateurs.
training-unknown = Nous ne savons pas ce que { $platform } dit de l'entraînement d'IA.
policy-own = IA maison
policy-licensed = Licence à des tiers
policy-scraping = Collecte automatisée par des tiers
policy-basis = Selon
policy-as-of = Lu le
stance-allowed = autorisé
stance-opt_out = autorisé sauf opposition de votre part
stance-opt_in = seulement si vous acceptez
stance-prohibited = interdit
stance-unclear = pas clair
basis-terms = ses conditions
basis-privacy_policy = sa politique de confidentialité
basis-help_page = une page d'aide
basis-statement = une déclaration, pas une clause
policy-changes = Dernières modifications
policy-no-changes = Aucune modification n'a encore été annoncée.
policy-change = { $day } : { $change }
policy-documents = Documents que nous lisons
policy-read = { $document } : lu pour la dernière fois le { $day }
policy-unread = { $document } : pas encore lu
footer-answer = Faits accompagnés du jour où ils ont été lus. Ceci n'est pas un conseil juridique.
answer-optout = { $platform } : { $lead }
answer-scope = De quoi il s'agit : { $scope }

found-all = { $count ->
    [one] Une clause des documents de { $platform } contient { $words }.
   *[other] { $count } clauses des documents de { $platform } contiennent { $words }.
}
found-some = Aucune clause des documents de { $platform } ne contient tout ceci : { $words } ; { $count ->
    [one] une clause en contient
   *[other] { $count } clauses en contiennent
} une partie.
find-none = Aucune clause des documents de { $platform } ne contient { $words }.
find-nothing-read = Aucun document de { $platform } n'a encore été lu.
find-word = « { $word } »
find-more = { $count ->
    [one] Une autre clause a été trouvée.
   *[other] { $count } autres clauses ont été trouvées.
}
find-unread = Pas encore lu, donc hors de la recherche : { $documents }
find-source = { $document } (lu le { $day })
find-footer = Citations copiées de : { $sources }. Ceci n'est pas un conseil juridique.

changes-headline = { $count ->
    [0] Aucun changement de ce genre n'a été annoncé.
    [one] Un changement a été annoncé.
   *[other] { $count } changements ont été annoncés.
}
changes-days = { $count ->
    [one] dernier jour
   *[other] { $count } derniers jours
}
changes-line = { $day } · { $document } · { $severity }
changes-page = Page { $page } sur { $pages }

watch-added = Le salon suit désormais { $name }.
watch-from-now = Il sera informé des modifications à partir de maintenant ; rien du passé n'est publié.
watch-topics = Sujets
watch-topics-all = tous
watch-severity = Gravité minimale
watch-mention = Mention
watch-mention-chosen = comme choisi
watch-removed = Le salon ne suit plus { $name }.
watch-left = Encore suivi : { $count ->
    [0] rien
    [one] une entrée
   *[other] { $count } entrées
}.
watch-missing = Le salon ne suit pas { $name }.
watch-paused = Les messages sont suspendus.
watch-blocked = Les messages attendent, car une permission manque : { $reason }
watch-closed = { $name } a été supprimé. Ce qu'il suivait est conservé jusqu'à ce qu'un autre salon soit choisi.
list-headline = { $count ->
    [0] Rien n'est encore suivi ici.
    [one] Un salon suit des plateformes.
   *[other] { $count } salons suivent des plateformes.
}
health-headline = Comment cela se porte
health-troubles = Pas lu ou retenu pour le moment
health-unread = { $platform } : pas encore lu
health-unchanged = { $platform } : lu en dernier le { $day }, aucun changement annoncé encore
health-changed = { $platform } : lu en dernier le { $day }, dernier changement le { $changed }
health-failing = { $document } : illisible ({ $reason } ; { $count } essais)
health-held = { $document } : retenu, car ce qui a été lu paraît douteux ({ $reason })
list-channel = est informé sur
list-row = { $name } ({ $topics } ; à partir de la gravité { $severity })
list-row-role = { $row }, avec un rôle à part
list-silent = n'apprend rien pour le moment
help-headline = Clausebell surveille les petites lignes des plateformes et dit à cette communauté ce qui change.
help-commands = Commandes
help-private = Dans un salon privé, invitez d'abord l'application : /invite @Clausebell. Tout y marche ensuite comme ailleurs, /clausebell settings aussi.

## Boutons

button-change = Ce qui a changé
button-optout = S'opposer
button-history = Historique
button-remind = Me le rappeler
button-share = Partager dans le salon
button-unwatch = Arrêter { $name }
button-settings = Configurer
button-privacy = Confidentialité
button-test = Envoyer un essai
button-search = Chercher une plateforme
button-earlier = Retour
button-more = Suite
button-newer = Plus récents
button-older = Plus anciens
button-pause = Suspendre
button-resume = Reprendre
button-erase = Tout effacer
button-move = Choisir un autre salon
button-text = Une ligne à vous
ask-search = Nom d'une plateforme
ask-text = Votre ligne au-dessus des messages
passages-count = { $count ->
    [one] Un passage a changé.
   *[other] { $count } passages ont changé ; page { $page } sur { $pages }.
}
remind-headline = Vous recevrez un message privé au sujet de { $platform } le { $day }.
remind-how = Il n'arrive que si vous acceptez ici les messages privés, et pas si le changement est retiré avant.
remind-nothing = Pour { $platform }, aucune date à venir n'est connue dont nous pourrions vous avertir.

## Configuration

welcome-how = Il est discret : un message ne vient que si un document a changé sur un point important, avec les mots de la plateforme. Qui gère ce lieu choisit les plateformes et le salon.
welcome-restored = { $count ->
    [one] Les choix d'un salon ont été conservés et valent à nouveau.
   *[other] Les choix de { $count } salons ont été conservés et valent à nouveau.
}
welcome-privacy = Il ne lit aucun message et n'enregistre rien sur les membres.
welcome-footer = Ceci n'est pas un conseil juridique.
card-headline = Que doit apprendre ce salon ?
card-channel = apprend ce qui concerne
card-nothing = rien encore : choisissez des plateformes ci-dessous
card-lacks = Ce qui manque pour cela
card-text = Au-dessus de chaque message
card-footer = Chaque choix vaut aussitôt. D'autres salons peuvent avoir leurs propres choix.
pick-channel = Salon
pick-platforms = Plateformes
pick-topics = Sujets ; tous si aucun n'est choisi
pick-severity = Quelle importance
pick-cadence = Quand
pick-mention = Rôle à mentionner ; personne si aucun n'est choisi
pick-extras = En plus du message
least-minor = Tout ce qui a du poids
least-major = Changements majeurs et critiques
least-critical = Changements critiques seulement
cadence-at_once = Aussitôt
cadence-daily = Un message par jour
cadence-weekly = Un message par semaine
window = { $hours ->
    [0] Chaque modification d'un document est un message à part
    [6] Les modifications suivantes rejoignent la première pendant six heures
   *[24] Les modifications suivantes rejoignent la première pendant un jour
    [72] Les modifications suivantes rejoignent la première pendant trois jours
    [168] Les modifications suivantes rejoignent la première pendant une semaine
}
extra-threads = Un fil de discussion sous chaque message
extra-detail = Détails et répétitions dans un fil
extra-publish = Publier vers les salons abonnés, dans les salons d'annonces
extra-picture = Une image de ce qui est reformulé
test-headline = Un essai a été envoyé.
test-channel = l'a reçu
test-quiet = Personne n'a été mentionné.
test-failed = L'essai n'a pas pu être envoyé.
sample-title = Un essai
sample-headline = C'est ici que parle Clausebell.
sample-none = Quand un document change sur un point important, ses mots sont ici, avec la date à partir de laquelle ils valent et ce qu'on peut faire.
paused-headline = Les messages sont suspendus.
paused-channel = est au repos
paused-kept = Ce qui est suivi est conservé ; ce qui arrive entre-temps attend.
resumed-headline = Les messages reprennent.
resumed-channel = reçoit à nouveau
resumed-kept = Ce qui attendait est envoyé maintenant.
pause-nothing = Le salon ne suit rien, il n'y a donc rien à suspendre.
style-nothing = Le salon ne suit rien encore. Choisissez d'abord une plateforme.
move-headline = Quel salon doit prendre la suite ?
move-what = Ce que { $name } suivait continue là, avec les mêmes choix.
move-live = Ce que ce salon suit continue là, et s'arrête ici.
privacy-headline = Ce que Clausebell enregistre de ce lieu
privacy-channels = Salons avec des choix
privacy-roles = Rôles, groupes ou personnes à mentionner
privacy-people = Personnes qui ont fait les choix
privacy-what = Sont enregistrés les identifiants de ce lieu, des salons, des rôles, groupes ou personnes à mentionner et de qui a fait les choix, avec ces choix ; d'un rappel, qui l'a demandé.
privacy-kept = Retiré d'ici, il garde les choix 30 jours en cas de retour, puis les efface.
privacy-not-kept = Retiré d'ici, il efface tout aussitôt.
privacy-never = Ni les messages ni les membres ne sont lus ou enregistrés.
privacy-shortcut = Un message n'est lu que si quelqu'un se le fait expliquer par le raccourci, pour les noms et les liens qu'il contient, et n'est pas conservé.
privacy-erase = Qui gère ce lieu peut tout effacer par la commande prévue.
erase-headline = { $count ->
    [0] Effacer tout ce qui est enregistré de ce lieu ?
    [one] Effacer les choix d'un salon et tout le reste de ce qui est enregistré de ce lieu ?
   *[other] Effacer les choix de { $count } salons et tout le reste de ce qui est enregistré de ce lieu ?
}
erase-what = Rien n'en reste, et aucun salon n'apprend rien avant une nouvelle configuration.
erased-headline = Tout ce qui était enregistré de ce lieu est effacé.

## Home and forms in Slack

language-name = Français
home-first = Clausebell sonne quand les petites lignes changent.
home-first-what = Il suit les conditions et les règles de confidentialité et d'IA des plateformes des créateurs, et cite la clause qui a changé.
home-first-quiet = Il est discret : un message ne vient que si quelque chose d'important a changé, et jamais deux fois.
home-first-who = Choisissez un salon dont vous êtes membre, et ce qu'il doit apprendre.
home-help = Tapez /clausebell help dans n'importe quel salon : vous verrez ce qu'on peut demander, avec des exemples.
home-private = Parmi les salons privés figurent ici ceux que vous avez réglés vous-même, car il ne demande pas à voir qui s'y trouve. Tapez /clausebell settings dans un salon pour choisir pour lui.
home-within = Choisissez depuis le salon même : tapez-y /clausebell settings.
home-ask = Questions
home-edit = Choisir pour le salon { $channel }
home-more = { $count ->
    [one] et un autre
   *[other] et { $count } autres
}
home-documents = Les documents
home-looked = Les documents ont été consultés en dernier { $ago }.
home-unread = Aucun des documents n'a encore été consulté.
home-fine = Tous ont pu être lus.
home-who = Qui peut choisir
home-open = Chaque membre d'un salon peut choisir ce que celui-ci apprend.
home-reserved = Seuls les administrateurs et propriétaires de cet espace de travail peuvent choisir ce qu'apprennent ses salons.
ago-minutes = { $count ->
    [0] à l'instant
    [one] il y a une minute
   *[other] il y a { $count } minutes
}
ago-hours = { $count ->
    [one] il y a une heure
   *[other] il y a { $count } heures
}
ago-days = { $count ->
    [one] il y a un jour
   *[other] il y a { $count } jours
}
button-add = Ajouter à un salon
button-edit = Modifier
button-reserve = Réserver le choix aux administrateurs
button-everyone = Laisser choisir les membres
pick-person = Personne à mentionner ; aucune si rien n'est choisi
pick-window = Quand un document change à nouveau
pick-call = Qui les modifications critiques appellent
hint-call = here pour tous ceux qui sont là, ou l'identifiant d'un groupe ; personne si vide. Seuls les admins de l'espace de travail voient ce champ.
call-here = les modifications critiques appellent tous ceux qui sont là
call-group = les modifications critiques appellent un groupe
pick-locale = Langue des messages
form-save = Enregistrer
form-next = Suivant
form-look = Consulter
form-close = Fermer
form-loading = Un instant …
form-kept = Vos choix sont enregistrés.
form-nothing = plus rien
explain-none = Ce message ne nomme aucune plateforme que nous suivons, et n'y mène par aucun lien.
explain-how = Pour vous renseigner sur l'une d'elles par son nom : /clausebell policy et le nom.

## Errors

error-platform = Aucune plateforme nommée « { $typed } » dans le catalogue.
error-near = Vouliez-vous dire
error-option = « { $value } » ne peut pas être utilisé pour { $option }.
error-choices = Ce qui peut être utilisé
error-change = Ce changement n'est plus connu ici.
error-stale = Ce bouton vient d'une version plus ancienne. Donnez plutôt la commande elle-même.
error-needs-manage_server = Pour cela, il vous faut la permission de gérer ce serveur ou cet espace de travail.
error-needs-member = Seuls les membres d'un salon peuvent choisir pour lui ; pour un salon privé, de l'intérieur, avec /clausebell settings.
error-needs-workspace_admin = Seuls les administrateurs et propriétaires de cet espace de travail peuvent le faire. Adressez-vous à l'un d'eux.
error-no-platform = Choisissez au moins une plateforme.
error-call = « { $value } » n'appelle personne. Écrivez here, ou l'identifiant d'un groupe tel que Slack le copie.
error-passing = Quelque chose ne fonctionne pas pour le moment. Réessayez dans quelques minutes.
error-lasting = Cela n'a pas fonctionné ; les personnes qui gèrent ce bot peuvent voir pourquoi dans son journal.
error-blocked = Clausebell ne peut pas publier dans un salon que vous avez configuré : { $reason }
error-blocked-lacks = Clausebell ne peut pas publier dans un salon que vous avez configuré. Il y manque : { $names }.
error-blocked-channel = est le salon
error-blocked-kept = Vos choix sont conservés. Ce qui est à annoncer attend, et sera publié quand la permission sera rétablie.
closed-headline = Un salon que vous aviez configuré pour Clausebell a été supprimé : { $name }
closed-kept = Ce qu'il suivait est conservé. Rien n'est annoncé tant qu'un autre salon n'est pas choisi.
closed-erased = Ce qu'il suivait est oublié. Pour continuer ailleurs, configurez un autre salon.
lack-in = a encore besoin de
lack-remedy = Qui gère le salon peut l'accorder : Modifier le salon, Permissions, Clausebell.
lack-view_channel = Voir le salon
lack-send_messages = Envoyer des messages
lack-create_posts = Créer des posts
lack-send_messages_in_threads = Envoyer des messages dans les fils
lack-create_public_threads = Créer des fils publics
lack-manage_threads = Gérer les fils (le fil est verrouillé)
lack-embed_links = Intégrer des liens (sans cela, les messages viennent en texte simple)
lack-attach_files = Joindre des fichiers (pour l'image)
lack-tag = une étiquette : les posts de ce forum en demandent une, et il n'y en a pas
lack-messages = une place pour des messages : choisissez un salon textuel, un forum ou un fil
lack-invitation = une invitation : tapez /invite @Clausebell dans le salon
lack-archive = une sortie des archives : le salon est archivé
lack-leave = l'autorisation d'y publier : demandez-la à un admin de l'espace de travail
lack-network = l'admission de son réseau : l'espace de travail n'accepte les applications que de certains réseaux
lack-scope = une permission de l'application : réinstallez-la, avec tout ce qu'elle demande
lack-token = un jeton que Slack accepte : l'application doit être réinstallée
lacks-role = le droit de mentionner @{ $name } : autorisez tout le monde à mentionner ce rôle, dans les paramètres du serveur
lack-channel = le salon : il n'existe plus
lack-answer = une réponse du tchat : réessayez dans quelques minutes

## Commands: one line of at most 100 characters each, as chats show it

command-policy = Ce que les textes d'une plateforme disent de l'IA et de vos œuvres, et ce qui a changé
command-optout = Comment s'opposer à l'entraînement d'IA d'une plateforme, ou qu'il n'y a pas de moyen
command-watch = Prévenir ce salon quand les petites lignes d'une plateforme changent
command-unwatch = Ne plus prévenir ce salon au sujet d'une plateforme
command-list = Ce que suivent les salons d'ici
command-help = Ce que fait Clausebell, et ses commandes
command-changes = Dernières modifications, d'une plateforme, d'un sujet ou de tout
command-find = Chercher des mots dans les textes actuels d'une plateforme
command-pause = Suspendre les messages d'un salon, en gardant ce qu'il suit
command-resume = Reprendre les messages d'un salon
command-test = Publier un exemple dans le salon, sans mentionner personne
command-settings = Choisir salon, plateformes, sujets et gravité au même endroit
command-style = Comment un salon apprend les changements : quand, qui mentionner, fils, images, votre ligne
command-privacy = Ce que Clausebell conserve de cette communauté, et comment l'effacer
command-erase = Effacer tout ce que Clausebell enregistre de cette communauté

option-platform = Nom de la plateforme, ou ce dont vous vous souvenez
option-channel = Salon où publier ; celui-ci si rien n'est indiqué
option-severity = Gravité minimale à annoncer
option-topics = Sujets à suivre, séparés par des virgules ; tous si rien n'est indiqué
option-role = Rôle à mentionner à chaque message ; aucun si rien n'est indiqué
option-words = Mots à chercher
option-days = Combien de jours en arrière
option-topic = Un sujet
option-cadence = Quand ses messages arrivent
option-threads = Un fil de discussion sous chaque message
option-publish = Publier vers les salons abonnés, dans les salons d'annonces
option-picture = Une image de ce qui est reformulé
option-text = Une ligne à vous au-dessus de chaque message ; - pour aucune

## Installing in Slack

slack-installed = Clausebell est installé dans { $workspace }.
slack-installed-next = Tapez /clausebell help dans un canal pour voir ce qu'il sait faire. Un canal est averti des changements dès que quelqu'un y tape /clausebell watch suivi du nom d'une plateforme.
slack-installed-privacy = Il ne lit aucun message. Ce qu'il conserve, et comment l'effacer : /clausebell privacy.
slack-open = Ouvrir Clausebell dans Slack
slack-not-installed = Clausebell n'a pas été installé.
slack-not-installed-cancelled = Vous avez choisi de ne pas l'installer, et rien n'a été conservé.
slack-not-installed-stale = Ce lien a été ouvert dans un autre navigateur, a déjà servi ou a attendu plus de dix minutes. Veuillez recommencer.
slack-not-installed-refused = Slack n'a pas accepté l'installation. Veuillez recommencer ; si cela échoue de nouveau, prévenez les responsables de ce Clausebell.
slack-not-installed-passing = Quelque chose ne fonctionne pas pour le moment. Veuillez réessayer dans quelques minutes.
slack-install-again = Installer Clausebell
