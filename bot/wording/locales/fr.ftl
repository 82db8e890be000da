# French. Readers are addressed as "vous"; Discord says "salon" for a channel, Slack "canal".
# Names of documents are of either number and gender, and may come in English, so they stand behind "document".

## Words

day = { $day }
first-day = 1er
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
colon = { " : " }
-channel = { CHAT() ->
    [slack] canal
   *[discord] salon
}
-Channel = { CHAT() ->
    [slack] Canal
   *[discord] Salon
}
-channels = { CHAT() ->
    [slack] canaux
   *[discord] salons
}
-Channels = { CHAT() ->
    [slack] Canaux
   *[discord] Salons
}
-direct = { CHAT() ->
    [slack] direct
   *[discord] privé
}
-this-place = { CHAT() ->
    [slack] cet espace de travail
   *[discord] ce serveur
}
-chat = { CHAT() ->
    [slack] Slack
   *[discord] Discord
}
-settings = { CHAT() ->
    [slack] /clausebell settings
   *[discord] /setup
}
-erasing = { CHAT() ->
    [slack] /clausebell privacy erase
   *[discord] /privacy erase
}
-asking = { CHAT() ->
    [slack] /clausebell help
   *[discord] /policy, /optout, /changes, /find
}

severity-critical = critique
severity-major = majeure
severity-minor = mineure
severity-none = aucune

topic-ai_training = Entraînement de l'IA
topic-content_license = Licence sur vos contenus
topic-ownership_ip = Propriété
topic-monetization_fees = Frais et paiements
topic-data_sharing_sale = Partage et vente de données
topic-data_collection = Collecte de données
topic-biometrics = Données faciales et vocales
topic-arbitration_disputes = Arbitrage et litiges
topic-liability_warranty = Responsabilité
topic-termination_moderation = Modération et fermeture de comptes
topic-minors_age = Âge et mineurs
topic-copyright_dmca = Réclamations pour droits d'auteur
topic-acceptable_use = Règles d'utilisation
topic-changes_to_terms = Modification des conditions
topic-governing_law = Droit applicable et tribunaux
topic-advertising = Publicité
topic-account_security = Sécurité du compte
topic-opt_out_rights = Moyens de s'opposer

# The same within a sentence, behind "sur".
about-ai_training = l'entraînement de l'IA
about-content_license = la licence accordée sur les contenus des utilisateurs
about-ownership_ip = la propriété des œuvres et des droits
about-monetization_fees = les frais et les paiements
about-data_sharing_sale = le partage et la vente de données
about-data_collection = la collecte de données
about-biometrics = les données faciales et vocales
about-arbitration_disputes = l'arbitrage et les litiges
about-liability_warranty = la responsabilité
about-termination_moderation = la modération et la fermeture de comptes
about-minors_age = l'âge et les mineurs
about-copyright_dmca = les réclamations pour droits d'auteur
about-acceptable_use = les usages permis et interdits
about-changes_to_terms = la façon dont les conditions peuvent changer
about-governing_law = le droit applicable et les tribunaux compétents
about-advertising = la publicité
about-account_security = la sécurité du compte
about-opt_out_rights = les moyens de s'opposer

document-terms_of_service = Conditions d'utilisation
document-privacy_policy = Politique de confidentialité
document-community_guidelines = Règles de la communauté
document-content_monetisation_policy = Règles de monétisation
document-developer_terms = Conditions pour les développeurs
document-acceptable_use_policy = Politique d'utilisation acceptable

target-all = toutes les plateformes
target-category = toutes les plateformes de la catégorie { $category }

# Categories, by the names that the catalogue gives them; one without a name here keeps its own.
category-art = art
category-audio = audio
category-music = musique
category-photo = photo
category-podcast = podcasts
category-portfolio = portfolios
category-social = réseaux sociaux
category-stream = diffusion en direct
category-video = vidéo
category-writing = écriture

## Announcements

change-ai_training-introduced = { $platform } a ajouté au document { $document } que les contenus ou les données des utilisateurs peuvent servir à entraîner l'IA.
change-ai_training-expanded = { $platform } a élargi la place de l'entraînement de l'IA dans le document { $document }.
change-ai_training-restricted = { $platform } a réduit la place de l'entraînement de l'IA dans le document { $document }.
change-ai_training-clarified_not_used = { $platform } indique désormais des limites à l'entraînement de l'IA dans le document { $document }.
change-ai_training-optout_added = { $platform } a ajouté au document { $document } un moyen de s'opposer à l'entraînement de l'IA.
change-ai_training-optout_removed = { $platform } a retiré du document { $document } un moyen de s'opposer à l'entraînement de l'IA.
change-added = { $platform } a ajouté au document { $document } un passage sur { $topic }.
change-removed = { $platform } a retiré du document { $document } un passage sur { $topic }.
change-back = { $platform } a rétabli dans le document { $document } un passage sur { $topic }.
change-reworded = { $platform } a reformulé, dans le document { $document }, un passage sur { $topic }.
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
quotes-thread = Le texte intégral est dans le fil ci-dessous.

fact-effective = Entrée en vigueur
fact-dated = Date indiquée
fact-seen = Première lecture
fact-severity = Importance
fact-also = Autres sujets
change-silent = Le texte a changé, mais pas la date que la page elle-même indique.

link-document = Lire le document
link-archive = Version archivée
link-change = Avant et après
footer-change = Citations copiées en version originale sur { $host }, lues le { $day } ; le lien mène à la page telle qu'elle est maintenant. Résumé rédigé par un logiciel. Ceci n'est pas un conseil juridique.
footer-archived = Citations copiées en version originale d'un relevé d'archive de { $host }, lues le { $day } ; les liens mènent au relevé et à la page tels qu'ils sont maintenant. Résumé rédigé par un logiciel. Ceci n'est pas un conseil juridique.
detail-headline = Tout ce qui a changé dans le document { $document } de { $platform }, mot pour mot.

story-headline = Actualité concernant { $platforms } : « { $title } »
story-headline-open = Actualité : « { $title } »
story-title = Actualités · { $source }
story-unconfirmed = Un article de presse, pas encore confirmé dans le document.
fact-published = Publication
fact-about = Sujets
link-story = Lire sur { $source }
footer-story = Rapporté par { $source }. Ceci n'est pas un conseil juridique.
digest-changes = { $count ->
    [one] { $count } modification
   *[other] { $count } modifications
}
digest-reports = { $count ->
    [one] { $count } article de presse
   *[other] { $count } articles de presse
}

## Digests, reminders and what follows an announcement

digest-headline = { $platforms ->
    [0] { $what }.
    [one] { $what } concernant une plateforme.
   *[other] { $what } concernant { $platforms } plateformes.
}
digest-line = { $title } ({ $day }) – { $headline }
digest-rest = Beaucoup de nouveautés à la fois : les premières ont été annoncées une à une, voici le reste en bref.
digest-footer = Résumé rédigé par un logiciel. Ceci n'est pas un conseil juridique.
reminder-headline = Bientôt chez { $platform } : { $day }.
reminder-headline-open = Bientôt chez { $platform }.
reminder-told = Première lecture le { $day } : { $headline }
reminder-footer = Rappel d'une modification déjà annoncée. Résumé rédigé par un logiciel. Ceci n'est pas un conseil juridique.
followup-taken-back = Annulé le { $day }.
followup-again = Modifié à nouveau le { $day } : { $headline }
followup-spoken = L'entreprise a fait une déclaration ({ $day }) ; elle figure ci-dessous.

## Guidance: what a creator can do

optout-account_toggle = Vous pouvez désactiver cela.
optout-per_item_toggle = Vous pouvez désactiver cela, pour chaque élément séparément.
optout-admin_only = Seul un propriétaire ou un administrateur du compte peut désactiver cela : demandez-lui.
optout-email_request = Vous pouvez vous opposer par e-mail. Gardez la réponse.
optout-objection_form = Vous pouvez vous opposer au moyen d'un formulaire. L'opposition peut être refusée ; gardez la confirmation.
optout-opt_in_default = Rien à faire : c'est désactivé tant que vous n'acceptez pas.
optout-terms_prohibit = Rien à désactiver : les conditions promettent de ne pas le faire.
optout-site_signal = Vous pouvez demander aux robots d'exploration de rester à l'écart ; seuls les plus polis en tiennent compte.
optout-file_metadata = Vous pouvez marquer vos fichiers ; peu de services lisent cette marque, et la mise en ligne l'efface souvent.
optout-limit_visibility = Il n'y a pas de réglage pour cela. Vous pouvez limiter qui voit vos œuvres, au prix d'une moindre portée.
optout-delete_or_leave = Il n'y a pas de réglage pour cela. Il ne reste qu'à supprimer vos œuvres ou à partir ; les copies et les modèles entraînés demeurent.
optout-negotiate = Il n'y a pas de réglage pour cela. Tout dépend d'un accord distinct : demandez lequel s'applique à vous.
optout-none = Nous n'avons trouvé aucun moyen de s'opposer.
optout-unknown = Nous ne savons pas s'il existe un moyen de s'opposer.

guidance-partly = En partie seulement. { $lead }
guidance-partly-default = En partie seulement : certaines choses sont désactivées tant que vous n'acceptez pas ; pour le reste, nous n'avons trouvé aucun moyen de s'opposer.
guidance-regional = Seulement dans certaines régions (en anglais : { $regions }). { $lead }

guidance-none-found = Nous avons cherché un réglage, un formulaire et une adresse de contact, et n'en avons trouvé aucun.
guidance-steps = Que faire (en anglais)
guidance-where = Où (en anglais)
guidance-deadline = Dernier jour
guidance-undone = Une promesse écrite prévoit d'annuler l'entraînement déjà effectué.
guidance-not-undone = Cela met fin à l'utilisation future ; l'entraînement déjà effectué n'est pas annulé.
guidance-undone-unsaid = Il s'agit de l'utilisation future ; rien de ce que nous avons lu ne dit que l'entraînement déjà effectué est annulé.
guidance-bound = S'opposer, c'est adresser une demande à cette entreprise. Cela n'engage pas ceux qui ont déjà des copies ou qui collectent des contenus par des robots.
guidance-exempt = D'autres règles s'appliquent (lu : { $day } ; en anglais) : { $exempt }
guidance-caveats = À savoir, en anglais : { $caveats }
guidance-checked = Dernière vérification : { $day }.
guidance-checked-steps = Dernière vérification : { $day } ; les noms des boutons peuvent changer.
guidance-earlier = Dernière vérification avant cette modification, qui l'a peut-être rendue caduque ({ $day }) : { $lead }
guidance-link = Où le faire
statement = { $who }, { $day } (en anglais) : { $claim } C'est une déclaration, pas une clause.

## Answers

training-allowed = { $platform } peut entraîner l'IA avec les contenus ou les données des utilisateurs.
training-opt_out = { $platform } peut entraîner l'IA avec les contenus ou les données des utilisateurs, sauf s'ils s'y opposent.
training-opt_in = { $platform } dit n'entraîner l'IA avec les contenus des utilisateurs que s'ils y consentent, dans les limites indiquées ci-dessous.
training-prohibited = { $platform } dit ne pas entraîner l'IA avec les contenus des utilisateurs, dans les limites indiquées ci-dessous.
training-unclear = { $platform } ne dit pas clairement si l'IA est entraînée avec les contenus des utilisateurs.
training-unknown = Nous ne savons pas ce que { $platform } dit de l'entraînement de l'IA.
policy-own = Sa propre IA
policy-licensed = Licence à des tiers
policy-scraping = Collecte par des robots tiers
policy-basis = Source
policy-as-of = Lecture
stance-allowed = autorisé
stance-opt_out = autorisé, sauf si vous vous y opposez
stance-opt_in = seulement si vous acceptez
stance-prohibited = interdit
stance-unclear = peu clair
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
footer-answer = Informations telles que lues aux dates indiquées. Ceci n'est pas un conseil juridique.
answer-optout = { $platform } : { $lead }
answer-scope = De quoi il s'agit (en anglais) : { $scope }

found-all = { $count ->
    [one] Une clause des documents de { $platform } contient { $words }.
   *[other] { $count } clauses des documents de { $platform } contiennent { $words }.
}
found-some = Aucune clause des documents de { $platform } ne contient tout ceci : { $words } ; { $count ->
    [one] une clause en contient
   *[other] { $count } clauses en contiennent
} une partie.
find-none = Aucune clause des documents de { $platform } ne contient { $words }.
find-nothing-read = Aucun document de { $platform } n'a encore été lu.
quoted = « { $text } »
find-more = { $count ->
    [one] Une autre clause a été trouvée.
   *[other] { $count } autres clauses ont été trouvées.
}
find-unread = Pas encore lu, donc exclu de la recherche : { $documents }
find-source = { $document } (lu le { $day })
find-footer = Citations copiées en version originale de : { $sources }. Ceci n'est pas un conseil juridique.

changes-headline = { $count ->
    [0] Aucune modification de ce genre n'a été annoncée.
    [one] Une modification a été annoncée.
   *[other] { $count } modifications ont été annoncées.
}
changes-days = { $count ->
    [one] dernier jour
   *[other] { $count } derniers jours
}
changes-line = { $day } · { $document } · { $severity }
changes-page = Page { $page } sur { $pages }

watch-added = Le { -channel } suit désormais { $name }.
watch-channel = est averti des modifications à partir de maintenant
watch-from-now = Rien de plus ancien n'est publié.
watch-topics = Sujets
watch-topics-all = tous
watch-severity = Importance minimale
watch-mention = Mention
watch-mention-chosen = selon votre choix
watch-removed = Le { -channel } ne suit plus { $name }.
watch-missing = Le { -channel } ne suit pas { $name }.
watch-narrowed = Plus de suivi chez { $name } pour : { $topics }.
watch-narrow-missing = Pas de suivi chez { $name } pour : { $topics }.
watch-paused = Les messages sont suspendus.
watch-blocked = Les messages sont en attente, car il manque quelque chose : { $names }
watch-closed = { $name } a été supprimé. Ce qui y était suivi est conservé jusqu'à ce que vous choisissiez un autre { -channel }.
list-headline = { $count ->
    [0] Rien n'est encore suivi ici.
    [one] Un { -channel } suit des plateformes.
   *[other] { $count } { -channels } suivent des plateformes.
}
health-headline = Dernières lectures et modifications
health-troubles = Illisible ou retenu pour le moment
health-unread = { $platform } : pas encore lu
health-unchanged = { $platform } : lu pour la dernière fois le { $day }, aucune modification annoncée pour l'instant
health-changed = { $platform } : lu pour la dernière fois le { $day }, dernière modification le { $changed }
health-failing = { $document } : illisible ({ $reason } ; { $count ->
    [one] un essai
   *[other] { $count } essais
})
health-held = { $document } : retenu, car ce qui a été lu semble douteux ({ $reason })
site-answers = le site répond par l'erreur { $code }
unread-slow = le site met trop de temps à répondre
unread-unreachable = le site est injoignable
unread-large = la page est trop volumineuse
unread-empty = la page n'affiche aucun texte
unread-kind = l'adresse ne mène ni à une page ni à un PDF
unread-pdf = le PDF est illisible
unread-own = les réglages du bot lui-même s'y opposent
unread-other = la raison figure dans le journal du bot
doubt-challenge = le site demande la preuve qu'une personne le lit
doubt-login = le site demande de se connecter
doubt-consent = une demande de consentement remplace le texte
doubt-error = un message d'erreur figure dans le texte ou à sa place
doubt-part = une partie du texte manque peut-être
doubt-garbled = la page est peut-être mal composée
doubt-language = le texte est dans une autre langue
doubt-region = c'est peut-être l'édition d'une autre région
doubt-earlier = c'est peut-être une édition antérieure
doubt-another = c'est peut-être un autre document
doubt-other = la raison figure dans le journal du bot
list-channel = suit
list-row = { $name } ({ $topics } ; importance { $severity } et plus)
list-all-topics = tous les sujets
list-row-role = { $row }, en mentionnant un rôle propre
list-silent = ne reçoit aucun message pour le moment
help-headline = Clausebell surveille les petites lignes des plateformes et dit à cette communauté ce qui change.
help-ask = Se renseigner sur une plateforme
help-channel = Régler ce { -channel }
help-stored = Ce qui est conservé
help-news = Un { -channel } est aussi informé des actualités. Ajoutez « { typed-no-news } » après les plateformes pour ne plus les recevoir, « { typed-news } » pour les recevoir à nouveau.
# What is typed for it after the platforms.
typed-news = actualités
typed-no-news = sans actualités
help-private = Dans un canal privé, invitez d'abord l'application : /invite @Clausebell. Ensuite, tout y fonctionne comme ailleurs, y compris /clausebell settings.

## Buttons

button-change = Ce qui a changé
button-optout = S'opposer
button-history = Historique
button-remind = Me le rappeler
button-share = Partager dans le { -channel }
button-unwatch = Ne plus suivre { $name }
button-settings = Configurer
button-privacy = Confidentialité
button-test = Envoyer un test
button-search = Chercher une plateforme
button-find-channel = Chercher un { -channel }
button-find-role = Chercher un rôle
button-earlier = Retour
button-more = Suite
button-newer = Plus récentes
button-older = Plus anciennes
button-pause = Suspendre
button-resume = Reprendre
button-erase = Tout effacer
button-move = Choisir un autre { -channel }
button-text = Une ligne à vous
ask-search = Nom d'une plateforme
ask-named = Nom d'un salon ou d'un rôle
ask-text = Votre ligne au-dessus de chaque message
passages-count = { $count ->
    [one] Un passage a changé.
   *[other] { $count } passages ont changé.
}
remind-headline = Vous recevrez un message { -direct } au sujet de { $platform } le { $day }.
remind-how = Il n'arrivera que si vous acceptez ici les messages { -direct }s, et pas si la modification est annulée avant.
remind-nothing = Nous ne connaissons, pour { $platform }, aucune date à venir à vous rappeler.

## Setting up

welcome-how = Clausebell est discret : un message n'arrive que si un document a changé sur un point important, avec les mots de la plateforme. La personne qui gère { -this-place } choisit les plateformes et le { -channel }.
welcome-ask = Tout le monde peut poser des questions : { -asking }
welcome-restored = { $count ->
    [one] Les réglages d'un { -channel } avaient été conservés et s'appliquent de nouveau.
   *[other] Les réglages de { $count } { -channels } avaient été conservés et s'appliquent de nouveau.
}
welcome-privacy = Il ne lit aucun message. Des personnes, il n'enregistre que l'identifiant de celles qui l'ont configuré ou ont demandé un rappel.
welcome-footer = Ceci n'est pas un conseil juridique.
card-headline = Que doit suivre ce { -channel } ?
card-channel = suit
card-nothing = rien pour l'instant : choisissez des plateformes ci-dessous
card-lacks = Ce qu'il manque pour cela
card-text = Au-dessus de chaque message
card-footer = Chaque choix est enregistré aussitôt. D'autres { -channels } peuvent avoir leurs propres réglages.
pick-channel = { -Channel }
pick-platforms = Plateformes
pick-topics = Sujets ; tous si aucun n'est choisi
pick-severity = Quelles modifications
pick-news = Actualités
pick-cadence = Quand
pick-mention = Rôle à mentionner ; personne si aucun n'est choisi
pick-extras = Avec chaque message
least-minor = Toutes les modifications de fond
least-major = Modifications majeures et critiques
least-critical = Modifications critiques seulement
news-yes = Modifications et actualités
news-no = Modifications seulement, sans actualités
cadence-at_once = Immédiatement
cadence-daily = Un message par jour
cadence-weekly = Un message par semaine
window = { $hours ->
    [0] Chaque modification d'un document donne un message à part
    [6] Les modifications suivantes rejoignent la première pendant six heures
   *[24] Les modifications suivantes rejoignent la première pendant un jour
    [72] Les modifications suivantes rejoignent la première pendant trois jours
    [168] Les modifications suivantes rejoignent la première pendant une semaine
}
extra-threads = Un fil de discussion sous chaque message
extra-detail = Détails et suites dans un fil
extra-publish = Publier vers les salons abonnés, dans les salons d'annonces
extra-picture = Une image du passage reformulé
test-headline = Un message de test a été envoyé.
test-channel = l'a reçu
test-quiet = Personne n'a été mentionné.
test-failed = Le message de test n'a pas pu être envoyé.
sample-title = Message de test
sample-headline = C'est ici que Clausebell publie ses annonces.
sample-none = Quand un document change sur un point important, ses mots figurent ici, avec la date à partir de laquelle ils s'appliquent et ce que vous pouvez faire.
paused-headline = Les messages sont suspendus.
paused-channel = est en pause
paused-kept = Ce qui est suivi est conservé ; ce qui arrive entre-temps attend.
resumed-headline = Les messages reprennent.
resumed-channel = reçoit de nouveau des messages
resumed-kept = Ce qui attendait est envoyé maintenant.
pause-nothing = Le { -channel } ne suit rien : il n'y a rien à suspendre.
style-nothing = Le { -channel } ne suit encore rien. Choisissez d'abord une plateforme.
move-headline = Quel { -channel } doit prendre le relais ?
move-what = Ce que suivait { $name } continue là-bas, avec les mêmes réglages.
move-live = Ce que suit ce { -channel } continue là-bas et s'arrête ici.
privacy-headline = Ce que Clausebell enregistre sur { -this-place }
privacy-headline-person = Ce que Clausebell enregistre sur vous
privacy-channels = { -Channels } configurés
privacy-roles = Rôles, groupes ou personnes à mentionner
privacy-people = Personnes ayant fait des réglages
privacy-what = Sont enregistrés l'identifiant de { -this-place }, ceux des { -channels }, des rôles, groupes ou personnes à mentionner et des personnes ayant fait des réglages, avec ces réglages ; pour un rappel, qui l'a demandé et dans quelle langue.
privacy-kept = Si on le retire, Clausebell garde les réglages 30 jours en cas de retour, puis les efface.
privacy-not-kept = Si on le retire, Clausebell efface tout aussitôt.
privacy-never = Rien d'autre n'est enregistré sur les membres, et les messages ne sont ni lus ni enregistrés.
privacy-person = Votre identifiant, si vous avez configuré un { -channel } ou demandé un rappel : avec les réglages, ou avec le rappel et sa langue jusqu'à son envoi. Rien d'autre.
privacy-there = Ce qui est enregistré sur un serveur, et comment l'effacer, s'affiche quand vous le demandez sur place.
privacy-shortcut = Seule exception : quand quelqu'un se fait expliquer un message par le raccourci, ce message est lu pour les noms et les liens qu'il contient, et n'est pas conservé.
privacy-erase = La personne qui gère { -this-place } peut tout effacer : { -erasing }
erase-headline = { $count ->
    [0] Effacer tout ce qui est enregistré sur { -this-place } ?
    [one] Effacer les réglages d'un { -channel } et tout le reste de ce qui est enregistré sur { -this-place } ?
   *[other] Effacer les réglages de { $count } { -channels } et tout le reste de ce qui est enregistré sur { -this-place } ?
}
erase-what = Rien n'en est conservé, et aucun { -channel } ne reçoit de message avant une nouvelle configuration.
erased-headline = Tout ce qui était enregistré sur { -this-place } est effacé.

## Home and forms in Slack

language-name = Français
home-first = Clausebell sonne quand les petites lignes changent.
home-first-what = Il suit les conditions d'utilisation et les politiques de confidentialité et d'IA des plateformes que les créateurs utilisent, et cite la clause qui a changé.
home-first-quiet = Il est discret : un message n'arrive que si quelque chose d'important a changé, et jamais deux fois.
home-first-who = Choisissez un canal dont vous êtes membre, et ce qu'il doit suivre.
home-help = Tapez /clausebell help dans n'importe quel canal : vous verrez ce que vous pouvez demander, avec des exemples.
home-private = Parmi les canaux privés, seuls ceux que vous avez configurés vous-même figurent ici, car Clausebell ne demande pas à voir qui s'y trouve. Tapez /clausebell settings dans l'un d'eux pour le configurer.
home-within = Configurez-le depuis le canal lui-même : tapez-y /clausebell settings.
home-ask = Questions
home-edit = Réglages du canal { $channel }
home-more = { $count ->
    [one] et { $count } de plus
   *[other] et { $count } de plus
}
home-documents = Les documents
home-looked = Les documents ont été consultés pour la dernière fois { $ago }.
home-unread = Aucun des documents n'a encore été consulté.
home-fine = Tous ont pu être lus.
home-who = Qui peut modifier les réglages
home-open = Tout membre d'un canal peut en modifier les réglages.
home-reserved = Seuls les administrateurs et propriétaires de cet espace de travail peuvent modifier les réglages de ses canaux.
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
button-add = Ajouter à un canal
button-edit = Modifier
button-reserve = Réserver les réglages aux administrateurs
button-everyone = Ouvrir les réglages aux membres
pick-person = Personne à mentionner ; personne si aucune n'est choisie
pick-window = Quand un document change à nouveau
pick-call = Qui appeler pour les modifications critiques
hint-call = @here pour les personnes actives, ou l'identifiant d'un groupe : ouvrez-le dans l'annuaire de Slack et copiez-le depuis le menu (⋯). Vide : personne. Seuls les administrateurs voient ce champ.
call-here = les modifications critiques appellent toutes les personnes actives
call-group = les modifications critiques appellent un groupe d'utilisateurs
call-who = Les modifications critiques appellent
call-active = les personnes actives
call-unnamed = un groupe d'utilisateurs
pick-locale = Langue des messages
form-save = Enregistrer
form-next = Suivant
form-look = Consulter
form-close = Fermer
form-loading = Un instant…
answer-follows = Cela prend un instant. La réponse arrive ci-dessous.
form-kept = Vos réglages sont enregistrés.
form-nothing = plus rien
explain-none = Ce message ne contient ni le nom ni le lien d'une plateforme que nous suivons.
explain-how = Pour vous renseigner sur une plateforme : /clausebell policy suivi de son nom.

## Errors

error-platform = Il n'y a pas de plateforme nommée « { $typed } » dans le catalogue.
error-platform-how = Vérifiez l'orthographe. Toutes les plateformes qui peuvent être suivies figurent sous { -settings }.
error-near = Vouliez-vous dire
error-option = { $option } : « { $value } » n'est pas possible.
error-choices = Valeurs possibles
named-topic = Sujet
named-topics = Sujets
named-only = Sujets
named-severity = Importance minimale
named-news = Actualités
named-cadence = Moment des messages
named-platforms = Plateformes
named-extras = Avec chaque message
named-locale = Langue
named-window = Quand un document change à nouveau
named-days = Jours
named-words = Mots recherchés
named-what = Choix
error-change = Cette modification n'est plus connue ici.
error-stale = Ce bouton vient d'une version plus ancienne. Utilisez plutôt la commande elle-même.
error-needs-manage_server = Pour cela, il vous faut la permission de gérer { -this-place }.
error-needs-member = Seuls les membres d'un canal peuvent en modifier les réglages ; pour un canal privé, depuis le canal lui-même, avec /clausebell settings.
error-needs-workspace_admin = Seuls les administrateurs et propriétaires de cet espace de travail peuvent le faire. Adressez-vous à l'un d'eux.
error-no-platform = Choisissez au moins une plateforme.
error-call = « { $value } » n'appelle personne. Tapez @here, ou l'identifiant d'un groupe d'utilisateurs, qui commence par S : ouvrez le groupe dans l'annuaire de Slack et copiez-le depuis le menu (⋯).
error-passing = Quelque chose ne fonctionne pas pour le moment. Réessayez dans quelques minutes.
error-lasting = Cela n'a pas fonctionné. Les personnes qui gèrent ce bot peuvent voir pourquoi dans son journal.
error-blocked = Clausebell ne peut pas publier dans un { -channel } que vous avez configuré. Il y manque : { $names }.
error-blocked-channel = est le { -channel }
error-blocked-kept = Vos réglages sont conservés. Ce qui est à annoncer attend, et sera publié quand plus rien ne manquera.
closed-headline = Un { -channel } que vous aviez configuré pour Clausebell a été supprimé : { $name }
closed-kept = Ce qu'il suivait est conservé. Rien n'est annoncé tant que vous n'avez pas choisi un autre { -channel }.
closed-erased = Ce qu'il suivait est effacé. Pour continuer ailleurs, configurez un autre { -channel }.
lack-in = a encore besoin de ceci
lack-remedy = La personne qui gère le salon peut l'accorder : Modifier le salon › Permissions › Clausebell.
lack-view_channel = Voir le salon
lack-send_messages = Envoyer des messages
lack-create_posts = Créer des posts
lack-send_messages_in_threads = Envoyer des messages dans les fils
lack-create_public_threads = Créer des fils publics
lack-manage_threads = Gérer les fils (le fil est verrouillé)
lack-embed_links = Intégrer des liens (sans cela, les messages arrivent en texte simple)
lack-attach_files = Joindre des fichiers (pour l'image)
lack-tag = un tag : les posts de ce forum en exigent un, et il n'y en a aucun que chacun puisse mettre
lack-messages = un endroit pour les messages : choisissez un salon textuel, un forum ou un fil
lack-invitation = une invitation : tapez /invite @Clausebell dans le canal
lack-archive = un désarchivage : le canal est archivé
lack-leave = l'autorisation d'y publier : demandez-la à un administrateur de l'espace de travail
lack-network = l'admission de son réseau : l'espace de travail n'accepte d'applications que de certains réseaux
lack-scope = une permission de l'application : réinstallez-la, avec tout ce qu'elle demande
lack-token = un jeton que Slack accepte : l'application doit être réinstallée
lacks-role = le droit de mentionner @{ $name } : autorisez tout le monde à mentionner ce rôle, dans les paramètres du serveur
lack-mention = un autre rôle à mentionner : celui qui était choisi n'existe plus
lack-channel = le { -channel } : il n'existe plus
lack-answer = une réponse de { -chat } : réessayez dans quelques minutes

## Commands: one line of at most 100 characters each, as chats show it

command-policy = Ce que les textes d'une plateforme disent de l'IA et de vos œuvres, et ce qui a changé
command-optout = Comment s'opposer à l'entraînement de l'IA sur une plateforme, ou qu'il n'y a pas de moyen
command-watch = Prévenir ce { -channel } quand les petites lignes d'une plateforme changent
command-unwatch = Ne plus prévenir ce { -channel } au sujet d'une plateforme ou de certains sujets
command-list = { CHAT() ->
    [slack] Ce que suit ce { -channel }
   *[discord] Ce que suivent les { -channels } d'ici
}
command-changes = Dernières modifications, d'une plateforme, d'un sujet ou de tout
command-find = Chercher des mots dans les textes actuels d'une plateforme
command-pause = Suspendre les messages d'un { -channel }, en gardant ce qu'il suit
command-resume = Reprendre les messages d'un { -channel }
command-test = Publier un message de test dans le { -channel }, sans mentionner personne
command-settings = Choisir { -channel }, plateformes, sujets et importance au même endroit
command-style = Comment un { -channel } est informé : quand, qui mentionner, fils, images, une ligne à vous
command-privacy = Ce que Clausebell enregistre sur cette communauté, et comment l'effacer
command-erase = Effacer tout ce que Clausebell enregistre sur cette communauté

option-platform = Nom de la plateforme, ou ce dont vous vous souvenez
option-channel = { -Channel } où publier ; celui-ci si rien n'est indiqué
option-severity = Importance minimale à annoncer
option-topics = Sujets à suivre, séparés par des virgules ; tous si rien n'est indiqué
option-only = Ces sujets seulement, séparés par des virgules ; toute la plateforme si rien n'est indiqué
option-role = Rôle à mentionner à chaque message ; @everyone pour aucun
option-words = Mots à chercher
option-days = Combien de jours en arrière
option-topic = Un sujet
option-news = Annoncer aussi les actualités des plateformes ; vaut pour tout le { -channel }
option-cadence = Quand ses messages arrivent
option-language = La langue de ses messages
option-threads = Un fil de discussion sous chaque message
option-publish = Publier vers les salons abonnés, dans les salons d'annonces
option-picture = Une image du passage reformulé
option-text = Une ligne à vous au-dessus de chaque message ; - pour aucune

## Installing in Slack

slack-installed = Clausebell est installé dans { $workspace }.
slack-installed-next = Tapez /clausebell help dans n'importe quel canal pour voir ce qu'il sait faire. Un canal est informé des modifications dès que quelqu'un y tape /clausebell watch suivi du nom d'une plateforme.
slack-installed-privacy = Il ne lit aucun message, sauf celui qu'on lui demande d'expliquer. Ce qu'il enregistre, et comment l'effacer : /clausebell privacy.
slack-open = Ouvrir Clausebell dans Slack
slack-open-browser = L'ouvrir dans le navigateur
slack-add-workspaces = Choisir les espaces de travail
slack-not-installed = Clausebell n'a pas été installé.
slack-not-installed-cancelled = Vous avez choisi de ne pas l'installer, et rien n'a été conservé.
slack-not-installed-stale = Ce lien a été ouvert dans un autre navigateur, a déjà servi ou a attendu plus de dix minutes. Veuillez recommencer.
slack-not-installed-refused = Slack n'a pas accepté l'installation. Veuillez recommencer ; si cela échoue de nouveau, prévenez les responsables de ce Clausebell.
slack-not-installed-passing = Quelque chose ne fonctionne pas pour le moment. Veuillez réessayer dans quelques minutes.
slack-install-again = Installer Clausebell

## Le site

site-add = Ajouter à { $chat }
screen-announcement = Un message dans { $chat } : la clause dans les termes de la plateforme, ce qui a été reformulé mis en évidence, la date d'effet, ce que l'on peut faire, et des boutons pour en savoir plus.
screen-setup = La carte dans { $chat } sur laquelle un administrateur choisit salon, plateformes, sujets, importance et moment.
screen-home = L'accueil de l'app dans { $chat } : ce que suit chaque canal, les dernières modifications, et quand les documents ont été consultés pour la dernière fois.
site-feed = Flux
site-write = Nous écrire
site-advice = Ce que vous pouvez faire
site-read = Lu pour la dernière fois le { $day }
site-unread = Pas encore lu
site-missing = Il n'y a pas de page à cette adresse.
site-stored = Les jetons des espaces de travail Slack sont enregistrés chiffrés ; quelle annonce est devenue quel message, pendant 90 jours, sous une empreinte de l'identifiant du salon.
site-visitors = Les visites de ces pages ne sont pas comptées. Elles ne déposent pas de cookies et ne chargent rien d'ailleurs ; l'installation dans Slack dépose un cookie, pour dix minutes.
