# German. Readers are addressed as "du", as in Discord and Slack; Slack says "Channel" for "Kanal".
# Names of documents are of either number and gender, and may come in English, so they stand behind "Dokument".

## Words

day = { $day }
first-day = 1
month = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
} { $year }
comma = { ", " }
all-of = { $first } und { $last }
colon = { ": " }
-channel = { CHAT() ->
    [slack] Channel
   *[discord] Kanal
}
-channel-of = { CHAT() ->
    [slack] Channels
   *[discord] Kanals
}
-channels = { CHAT() ->
    [slack] Channels
   *[discord] Kanäle
}
-channels-of = { CHAT() ->
    [slack] Channels
   *[discord] Kanälen
}
-place = { CHAT() ->
    [slack] Workspace
   *[discord] Server
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

severity-critical = kritisch
severity-major = erheblich
severity-minor = gering
severity-none = keine

topic-ai_training = KI-Training
topic-content_license = Lizenz an deinen Inhalten
topic-ownership_ip = Eigentum und Urheberschaft
topic-monetization_fees = Gebühren und Zahlungen
topic-data_sharing_sale = Weitergabe und Verkauf von Daten
topic-data_collection = Erhebung von Daten
topic-biometrics = Gesichts- und Stimmdaten
topic-arbitration_disputes = Schiedsverfahren und Streitfälle
topic-liability_warranty = Haftung
topic-termination_moderation = Moderation und Kontosperrung
topic-minors_age = Alter und Minderjährige
topic-copyright_dmca = Urheberrechtsbeschwerden
topic-acceptable_use = Nutzungsregeln
topic-changes_to_terms = Änderung der Bedingungen
topic-governing_law = Anwendbares Recht und Gerichtsstand
topic-advertising = Werbung
topic-account_security = Kontosicherheit
topic-opt_out_rights = Widerspruchsmöglichkeiten

# The same within a sentence, behind "zum Thema".
about-ai_training = KI-Training
about-content_license = Lizenz an den Inhalten der Nutzenden
about-ownership_ip = Eigentum und Urheberschaft
about-monetization_fees = Gebühren und Zahlungen
about-data_sharing_sale = Weitergabe und Verkauf von Daten
about-data_collection = Erhebung von Daten
about-biometrics = Gesichts- und Stimmdaten
about-arbitration_disputes = Schiedsverfahren und Streitfälle
about-liability_warranty = Haftung
about-termination_moderation = Moderation und Kontosperrung
about-minors_age = Alter und Minderjährige
about-copyright_dmca = Urheberrechtsbeschwerden
about-acceptable_use = erlaubte und verbotene Nutzung
about-changes_to_terms = Änderung der Bedingungen
about-governing_law = anwendbares Recht und Gerichtsstand
about-advertising = Werbung
about-account_security = Kontosicherheit
about-opt_out_rights = Widerspruchsmöglichkeiten

document-terms_of_service = Nutzungsbedingungen
document-privacy_policy = Datenschutzerklärung
document-community_guidelines = Community-Richtlinien
document-content_monetisation_policy = Monetarisierungsrichtlinien
document-developer_terms = Entwicklerbedingungen
document-acceptable_use_policy = Richtlinien zur zulässigen Nutzung

target-all = alle Plattformen
target-category = alle Plattformen der Kategorie { $category }

# Categories, by the names that the catalogue gives them; one without a name here keeps its own.
category-art = Kunst
category-audio = Audio
category-music = Musik
category-photo = Fotografie
category-podcast = Podcasts
category-portfolio = Portfolios
category-social = Soziale Netzwerke
category-stream = Livestreams
category-video = Video
category-writing = Texte

## Announcements

change-ai_training-introduced = { $platform } hat im Dokument { $document } ergänzt, dass Inhalte oder Daten der Nutzenden zum Training von KI verwendet werden dürfen.
change-ai_training-expanded = { $platform } hat dem KI-Training im Dokument { $document } mehr Spielraum gegeben.
change-ai_training-restricted = { $platform } hat dem KI-Training im Dokument { $document } weniger Spielraum gegeben.
change-ai_training-clarified_not_used = { $platform } nennt im Dokument { $document } jetzt Grenzen für KI-Training.
change-ai_training-optout_added = { $platform } hat im Dokument { $document } eine Möglichkeit ergänzt, dem KI-Training zu widersprechen.
change-ai_training-optout_removed = { $platform } hat im Dokument { $document } eine Möglichkeit gestrichen, dem KI-Training zu widersprechen.
change-added = { $platform } hat im Dokument { $document } Text zum Thema { $topic } ergänzt.
change-removed = { $platform } hat im Dokument { $document } Text zum Thema { $topic } gestrichen.
change-back = { $platform } hat im Dokument { $document } Text zum Thema { $topic } wieder aufgenommen.
change-reworded = { $platform } hat im Dokument { $document } Text zum Thema { $topic } umformuliert.
change-other = { $platform } hat das Dokument { $document } geändert.
change-reverted = { $platform } hat eine frühere Änderung am Dokument { $document } zurückgenommen.

quote-added = Neu
quote-removed = Gestrichen
quote-reworded = Umformuliert
quote-was = Vorher
quote-now = Jetzt
quote-except = Ausgenommen
quotes-left = { $count ->
    [one] Eine weitere Stelle wurde geändert.
   *[other] { $count } weitere Stellen wurden geändert.
}
quotes-thread = Der volle Wortlaut steht unten im Thread.

fact-effective = In Kraft ab
fact-dated = Datum im Dokument
fact-seen = Zuerst gesehen
fact-severity = Schweregrad
fact-also = Weitere Themen
change-silent = Der Text hat sich geändert, das Datum, das die Seite selbst nennt, dagegen nicht.

link-document = Dokument lesen
link-archive = Im Archiv
link-change = Vorher und nachher
footer-change = Zitate im Original von { $host } kopiert, gelesen am { $day }; der Link führt zur aktuellen Fassung der Seite. Zusammenfassung von Software verfasst. Keine Rechtsberatung.
footer-archived = Zitate im Original aus der Aufzeichnung eines Archivs von { $host } kopiert, gelesen am { $day }; die Links führen zu Aufzeichnung und Seite in der aktuellen Fassung. Zusammenfassung von Software verfasst. Keine Rechtsberatung.
detail-headline = Alles, was sich im Dokument { $document } von { $platform } geändert hat, im Wortlaut.

story-headline = Nachrichten zu { $platforms }: „{ $title }“
story-headline-open = Nachrichten: „{ $title }“
story-title = Nachrichten · { $source }
story-unconfirmed = Ein Medienbericht, im Dokument noch nicht bestätigt.
fact-published = Veröffentlicht
fact-about = Themen
link-story = Bei { $source } lesen
footer-story = Bericht von { $source }. Keine Rechtsberatung.
digest-changes = { $count ->
    [one] { $count } Änderung
   *[other] { $count } Änderungen
}
digest-reports = { $count ->
    [one] { $count } Medienbericht
   *[other] { $count } Medienberichte
}

## Digests, reminders and what follows an announcement

digest-headline = { $platforms ->
    [0] { $what }.
    [one] { $what } zu einer Plattform.
   *[other] { $what } zu { $platforms } Plattformen.
}
digest-line = { $title } ({ $day }) – { $headline }
digest-rest = Es kam viel auf einmal: Die ersten Meldungen kamen einzeln, hier ist der Rest in Kürze.
digest-footer = Zusammenfassung von Software verfasst. Keine Rechtsberatung.
reminder-headline = Demnächst bei { $platform }: { $day }.
reminder-headline-open = Demnächst bei { $platform }.
reminder-told = Zuerst gesehen am { $day }: { $headline }
reminder-footer = Erinnerung an eine früher gemeldete Änderung. Zusammenfassung von Software verfasst. Keine Rechtsberatung.
followup-taken-back = Zurückgenommen am { $day }.
followup-again = Am { $day } erneut geändert: { $headline }
followup-spoken = Das Unternehmen hat sich geäußert ({ $day }); die Aussage steht unten.

## Guidance: what a creator can do

optout-account_toggle = Das kannst du abschalten.
optout-per_item_toggle = Das kannst du abschalten, und zwar für jedes Element einzeln.
optout-admin_only = Nur wer das Konto besitzt oder verwaltet, kann das abschalten: Frag dort nach.
optout-email_request = Du kannst per E-Mail widersprechen. Bewahre die Antwort auf.
optout-objection_form = Du kannst mit einem Formular widersprechen. Der Widerspruch kann abgelehnt werden; bewahre die Bestätigung auf.
optout-opt_in_default = Nichts zu tun: Ohne deine Zustimmung ist es aus.
optout-terms_prohibit = Nichts abzuschalten: Die Bedingungen versprechen, es nicht zu tun.
optout-site_signal = Du kannst Crawler bitten, fernzubleiben; nur höfliche halten sich daran.
optout-file_metadata = Du kannst deine Dateien kennzeichnen; wenige Dienste lesen die Kennzeichnung, und beim Hochladen geht sie oft verloren.
optout-limit_visibility = Es gibt keinen Schalter. Du kannst einschränken, wer deine Werke sieht; das kostet Reichweite.
optout-delete_or_leave = Es gibt keinen Schalter. Es bleibt nur, deine Werke zu löschen oder zu gehen; Kopien und trainierte Modelle bleiben.
optout-negotiate = Es gibt keinen Schalter. Es hängt von einer gesonderten Vereinbarung ab: Frag nach, welche für dich gilt.
optout-none = Eine Möglichkeit zum Widerspruch haben wir nicht gefunden.
optout-unknown = Wir wissen nicht, ob es eine Möglichkeit zum Widerspruch gibt.

guidance-partly = Nur zum Teil. { $lead }
guidance-partly-default = Nur zum Teil: Einiges ist ohne deine Zustimmung aus, für den Rest haben wir keine Möglichkeit zum Widerspruch gefunden.
guidance-regional = Nur in bestimmten Regionen (auf Englisch: { $regions }). { $lead }

guidance-none-found = Wir haben nach einer Einstellung, einem Formular und einer Kontaktadresse gesucht und nichts davon gefunden.
guidance-steps = Was zu tun ist (auf Englisch)
guidance-where = Wo (auf Englisch)
guidance-deadline = Letzter Tag
guidance-undone = Es gibt eine schriftliche Zusage, bereits erfolgtes Training rückgängig zu machen.
guidance-not-undone = Das beendet die künftige Nutzung; bereits erfolgtes Training wird nicht rückgängig gemacht.
guidance-undone-unsaid = Es geht um die künftige Nutzung; dass bereits erfolgtes Training rückgängig gemacht wird, steht in nichts, was wir gelesen haben.
guidance-bound = Ein Widerspruch ist eine Bitte an dieses Unternehmen. Er bindet keine anderen, die Kopien haben oder Inhalte scrapen.
guidance-exempt = Hier gelten andere Regeln (gelesen: { $day }; auf Englisch): { $exempt }
guidance-caveats = Dazu auf Englisch: { $caveats }
guidance-checked = Zuletzt geprüft: { $day }.
guidance-checked-steps = Zuletzt geprüft: { $day }; Namen von Schaltflächen ändern sich.
guidance-earlier = Vor dieser Änderung zuletzt geprüft und durch sie vielleicht überholt ({ $day }): { $lead }
guidance-link = Wo das geht
statement = { $who }, { $day } (auf Englisch): { $claim } Das ist eine Aussage, keine Klausel.

## Answers

training-allowed = { $platform } darf KI mit Inhalten oder Daten der Nutzenden trainieren.
training-opt_out = { $platform } darf KI mit Inhalten oder Daten der Nutzenden trainieren, sofern diese nicht widersprechen.
training-opt_in = { $platform } gibt an, KI mit Inhalten der Nutzenden nur mit deren Zustimmung zu trainieren, in den unten genannten Grenzen.
training-prohibited = { $platform } gibt an, KI nicht mit Inhalten der Nutzenden zu trainieren, in den unten genannten Grenzen.
training-unclear = { $platform } sagt nicht klar, ob KI mit Inhalten der Nutzenden trainiert wird.
training-unknown = Wir wissen nicht, was { $platform } zu KI-Training sagt.
policy-own = Eigene KI
policy-licensed = Lizenzierung an andere
policy-scraping = Scraping durch andere
policy-basis = Steht in
policy-as-of = Gelesen am
stance-allowed = erlaubt
stance-opt_out = erlaubt, sofern du nicht widersprichst
stance-opt_in = nur mit deiner Zustimmung
stance-prohibited = nicht erlaubt
stance-unclear = unklar
basis-terms = den Nutzungsbedingungen
basis-privacy_policy = der Datenschutzerklärung
basis-help_page = einer Hilfeseite
basis-statement = einer Aussage, keiner Klausel
policy-changes = Letzte Änderungen
policy-no-changes = Bisher wurde keine Änderung gemeldet.
policy-change = { $day }: { $change }
policy-documents = Dokumente, die wir lesen
policy-read = { $document }: zuletzt gelesen am { $day }
policy-unread = { $document }: noch nicht gelesen
footer-answer = Angaben nach dem Stand der genannten Tage. Keine Rechtsberatung.
answer-optout = { $platform }: { $lead }
answer-scope = Worum es geht (auf Englisch): { $scope }

found-all = { $count ->
    [one] Eine Klausel in den Dokumenten von { $platform } enthält { $words }.
   *[other] { $count } Klauseln in den Dokumenten von { $platform } enthalten { $words }.
}
found-some = Keine Klausel in den Dokumenten von { $platform } enthält { $words } zugleich; { $count ->
    [one] eine Klausel enthält
   *[other] { $count } Klauseln enthalten
} einen Teil davon.
find-none = Keine Klausel in den Dokumenten von { $platform } enthält { $words }.
find-nothing-read = Von den Dokumenten von { $platform } wurde noch keines gelesen.
quoted = „{ $text }“
find-more = { $count ->
    [one] Eine weitere Klausel wurde gefunden.
   *[other] { $count } weitere Klauseln wurden gefunden.
}
find-unread = Noch nicht gelesen und deshalb nicht durchsucht: { $documents }
find-source = { $document } (gelesen am { $day })
find-footer = Zitate im Original kopiert aus: { $sources }. Keine Rechtsberatung.

changes-headline = { $count ->
    [0] Dazu wurde keine Änderung gemeldet.
    [one] Eine Änderung wurde gemeldet.
   *[other] { $count } Änderungen wurden gemeldet.
}
changes-days = { $count ->
    [one] letzter Tag
   *[other] letzte { $count } Tage
}
changes-line = { $day } · { $document } · { $severity }
changes-page = Seite { $page } von { $pages }

watch-added = Der { -channel } beobachtet jetzt { $name }.
watch-channel = erfährt ab jetzt von Änderungen
watch-from-now = Älteres wird nicht gepostet.
watch-topics = Themen
watch-topics-all = alle
watch-severity = Schweregrad mindestens
watch-mention = Erwähnung
watch-mention-chosen = wie gewählt
watch-removed = Der { -channel } beobachtet { $name } nicht mehr.
watch-missing = Der { -channel } beobachtet { $name } nicht.
watch-narrowed = Bei { $name } nicht mehr beobachtet: { $topics }.
watch-narrow-missing = Bei { $name } nicht beobachtet: { $topics }.
watch-paused = Die Nachrichten sind angehalten.
watch-blocked = Die Nachrichten warten, weil etwas fehlt: { $names }
watch-closed = { $name } wurde gelöscht. Was dort beobachtet wurde, bleibt erhalten, bis du einen anderen { -channel } dafür wählst.
list-headline = { $count ->
    [0] Hier wird noch nichts beobachtet.
    [one] Ein { -channel } beobachtet Plattformen.
   *[other] { $count } { -channels } beobachten Plattformen.
}
health-headline = Zuletzt gelesen und zuletzt geändert
health-troubles = Zurzeit nicht gelesen oder zurückgehalten
health-unread = { $platform }: noch nicht gelesen
health-unchanged = { $platform }: zuletzt gelesen am { $day }, noch keine Änderung gemeldet
health-changed = { $platform }: zuletzt gelesen am { $day }, letzte Änderung am { $changed }
health-failing = { $document }: nicht lesbar ({ $reason }; { $count ->
    [one] ein Versuch
   *[other] { $count } Versuche
})
health-held = { $document }: zurückgehalten, da das Gelesene zweifelhaft wirkt ({ $reason })
site-answers = die Website antwortet mit Fehler { $code }
unread-slow = die Website braucht zu lange für eine Antwort
unread-unreachable = die Website ist nicht erreichbar
unread-large = die Seite ist zu groß
unread-empty = die Seite zeigt keinen Text
unread-kind = die Adresse führt weder zu einer Seite noch zu einem PDF
unread-pdf = das PDF lässt sich nicht lesen
unread-own = die eigenen Einstellungen des Bots stehen im Weg
unread-other = der Grund steht im Protokoll des Bots
doubt-challenge = die Website verlangt einen Beweis, dass ein Mensch liest
doubt-login = die Website verlangt eine Anmeldung
doubt-consent = statt des Textes steht dort ein Einwilligungshinweis
doubt-error = eine Fehlermeldung steht im Text oder an seiner Stelle
doubt-part = ein Teil des Textes fehlt womöglich
doubt-garbled = die Seite ist womöglich fehlerhaft zusammengesetzt
doubt-language = der Text ist in einer anderen Sprache
doubt-region = es ist womöglich die Ausgabe für eine andere Region
doubt-earlier = es ist womöglich eine frühere Ausgabe
doubt-another = es ist womöglich ein anderes Dokument
doubt-other = der Grund steht im Protokoll des Bots
list-channel = beobachtet
list-row = { $name } ({ $topics }; Schweregrad ab { $severity })
list-all-topics = alle Themen
list-row-role = { $row }, erwähnt eine eigene Rolle
list-silent = bekommt zurzeit keine Nachrichten
help-headline = Clausebell beobachtet das Kleingedruckte von Plattformen und sagt dieser Community, was sich ändert.
help-ask = Nach einer Plattform fragen
help-channel = Diesen { -channel } einrichten
help-stored = Was gespeichert ist
help-news = Ein { -channel } erfährt auch von Medienberichten. Schreib „{ typed-no-news }“ hinter die Plattformen, um sie wegzulassen, und „{ typed-news }“, um sie wieder zu bekommen.
# What is typed for it after the platforms.
typed-news = Medienberichte
typed-no-news = ohne Medienberichte
help-private = In einen geschlossenen Channel musst du die App erst einladen: /invite @Clausebell. Danach geht dort alles wie anderswo, auch /clausebell settings.

## Buttons

button-change = Was sich geändert hat
button-optout = Widersprechen
button-history = Verlauf
button-remind = Erinnere mich
button-share = Im { -channel } teilen
button-unwatch = Nicht mehr beobachten: { $name }
button-settings = Einrichten
button-privacy = Datenschutz
button-test = Testnachricht senden
button-search = Plattform suchen
button-find-channel = { -channel } suchen
button-find-role = Rolle suchen
button-earlier = Zurück
button-more = Mehr
button-newer = Neuere
button-older = Ältere
button-pause = Anhalten
button-resume = Fortsetzen
button-erase = Alles löschen
button-move = Anderen { -channel } wählen
button-text = Eigene Zeile
ask-search = Name einer Plattform
ask-named = Name eines Kanals oder einer Rolle
ask-text = Eigene Zeile über jeder Nachricht
passages-count = { $count ->
    [one] Eine Stelle hat sich geändert.
   *[other] { $count } Stellen haben sich geändert.
}
remind-headline = Am { $day } bekommst du eine Direktnachricht zu { $platform }.
remind-how = Sie kommt nur, wenn du hier Direktnachrichten zulässt, und nicht, wenn die Änderung vorher zurückgenommen wird.
remind-nothing = Wir kennen bei { $platform } keinen künftigen Tag, an den wir dich erinnern könnten.

## Setting up

welcome-how = Der Bot ist zurückhaltend: Eine Nachricht kommt nur, wenn sich ein Dokument in einem wichtigen Punkt geändert hat, mit den Worten der Plattform. Wer diesen { -place } verwaltet, wählt die Plattformen und den { -channel }.
welcome-ask = Fragen können alle: { -asking }
welcome-restored = { $count ->
    [one] Die Einstellungen eines { -channel-of } sind von früher erhalten und gelten wieder.
   *[other] Die Einstellungen von { $count } { -channels-of } sind von früher erhalten und gelten wieder.
}
welcome-privacy = Er liest keine Nachrichten. Von Personen speichert er nur die IDs derer, die ihn eingerichtet oder um eine Erinnerung gebeten haben.
welcome-footer = Keine Rechtsberatung.
card-headline = Was soll dieser { -channel } beobachten?
card-channel = beobachtet
card-nothing = noch nichts: Wähle unten Plattformen
card-lacks = Was dafür fehlt
card-text = Über jeder Nachricht
card-footer = Jede Auswahl wird sofort gespeichert. Andere { -channels } können eigene Einstellungen haben.
pick-channel = { -channel }
pick-platforms = Plattformen
pick-topics = Themen; alle, wenn du keines wählst
pick-severity = Welche Änderungen
pick-news = Medienberichte
pick-cadence = Wann
pick-mention = Rolle, die erwähnt wird; niemand, wenn du keine wählst
pick-extras = Zu jeder Nachricht
least-minor = Alle inhaltlichen Änderungen
least-major = Erhebliche und kritische Änderungen
least-critical = Nur kritische Änderungen
news-yes = Änderungen und Medienberichte
news-no = Nur Änderungen, keine Medienberichte
cadence-at_once = Sofort
cadence-daily = Eine Nachricht pro Tag
cadence-weekly = Eine Nachricht pro Woche
window = { $hours ->
    [0] Jede Änderung eines Dokuments ist eine eigene Nachricht
    [6] Weitere Änderungen eines Dokuments kommen sechs Stunden lang zur ersten
   *[24] Weitere Änderungen eines Dokuments kommen einen Tag lang zur ersten
    [72] Weitere Änderungen eines Dokuments kommen drei Tage lang zur ersten
    [168] Weitere Änderungen eines Dokuments kommen eine Woche lang zur ersten
}
extra-threads = Ein Diskussionsthread unter jeder Nachricht
extra-detail = Details und Wiederholungen in einem Thread
extra-publish = In Ankündigungskanälen auch für Follower veröffentlichen
extra-picture = Ein Bild des geänderten Wortlauts
test-headline = Eine Testnachricht wurde gepostet.
test-channel = hat sie bekommen
test-quiet = Niemand wurde erwähnt.
test-failed = Die Testnachricht konnte nicht gepostet werden.
sample-title = Testnachricht
sample-headline = Hier meldet sich Clausebell.
sample-none = Ändert sich ein Dokument in einem wichtigen Punkt, stehen hier seine Worte, ab wann sie gelten und was du tun kannst.
paused-headline = Die Nachrichten sind angehalten.
paused-channel = pausiert
paused-kept = Was beobachtet wird, bleibt erhalten; was in der Zwischenzeit kommt, wartet.
resumed-headline = Die Nachrichten kommen wieder.
resumed-channel = bekommt wieder Nachrichten
resumed-kept = Was gewartet hat, wird jetzt gepostet.
pause-nothing = Der { -channel } beobachtet nichts, also gibt es nichts anzuhalten.
style-nothing = Der { -channel } beobachtet noch nichts. Wähle zuerst eine Plattform.
move-headline = Welcher { -channel } soll das übernehmen?
move-what = Was { $name } beobachtet hat, geht dort weiter, mit denselben Einstellungen.
move-live = Was dieser { -channel } beobachtet, geht dort weiter und endet hier.
privacy-headline = Was Clausebell über diesen { -place } speichert
privacy-headline-person = Was Clausebell über dich speichert
privacy-channels = { -channels } mit Einstellungen
privacy-roles = Rollen, Gruppen oder Personen, die erwähnt werden
privacy-people = Personen, die etwas eingestellt haben
privacy-what = Gespeichert sind die IDs von { -place }, { -channels-of }, Rollen, Gruppen oder Personen, die erwähnt werden, und von denen, die etwas eingestellt haben; dazu die Einstellungen selbst und bei Erinnerungen, wer in welcher Sprache darum gebeten hat.
privacy-kept = Wird Clausebell von diesem { -place } entfernt, bleiben die Einstellungen 30 Tage für eine Rückkehr erhalten und werden dann gelöscht.
privacy-not-kept = Wird Clausebell aus diesem { -place } entfernt, wird alles sofort gelöscht.
privacy-never = Mehr wird von Mitgliedern nicht gespeichert, und Nachrichten werden weder gelesen noch gespeichert.
privacy-person = Deine ID, wenn du einen { -channel } eingerichtet oder um eine Erinnerung gebeten hast: bei den Einstellungen oder, mit der Sprache, bei der Erinnerung, bis sie verschickt ist. Sonst nichts.
privacy-there = Was über einen { -place } gespeichert ist und wie man es löscht, erfährst du, wenn du dort fragst.
privacy-shortcut = Die einzige Ausnahme: Lässt sich jemand eine Nachricht mit dem Shortcut erklären, wird sie auf Namen und Links hin gelesen, aber nicht gespeichert.
privacy-erase = Wer diesen { -place } verwaltet, kann alles löschen: { -erasing }
erase-headline = { $count ->
    [0] Alles löschen, was über diesen { -place } gespeichert ist?
    [one] Die Einstellungen eines { -channel-of } und alles andere löschen, was über diesen { -place } gespeichert ist?
   *[other] Die Einstellungen von { $count } { -channels-of } und alles andere löschen, was über diesen { -place } gespeichert ist?
}
erase-what = Nichts davon bleibt, und kein { -channel } bekommt Nachrichten, bis er neu eingerichtet wird.
erased-headline = Alles, was über diesen { -place } gespeichert war, ist gelöscht.

## Home and forms in Slack

language-name = Deutsch
home-first = Clausebell läutet, wenn sich das Kleingedruckte ändert.
home-first-what = Die App beobachtet Nutzungsbedingungen, Datenschutz- und KI-Richtlinien der Plattformen, die Kreative nutzen, und zitiert die geänderte Klausel.
home-first-quiet = Sie ist zurückhaltend: Eine Nachricht kommt nur, wenn sich etwas Wichtiges geändert hat, und nichts kommt zweimal.
home-first-who = Wähle einen Channel, in dem du Mitglied bist, und was er beobachten soll.
home-help = Gib in einem beliebigen Channel /clausebell help ein: Dort steht mit Beispielen, was du fragen kannst.
home-private = Von geschlossenen Channels stehen hier nur die, die du selbst eingerichtet hast, denn Clausebell verlangt nicht zu sehen, wer darin ist. Gib dort /clausebell settings ein, um sie einzurichten.
home-within = Richte ihn direkt im Channel ein: Gib dort /clausebell settings ein.
home-ask = Fragen
home-edit = Einstellungen des Channels { $channel }
home-more = { $count ->
    [one] und ein weiterer Eintrag
   *[other] und { $count } weitere Einträge
}
home-documents = Die Dokumente
home-looked = Die Dokumente wurden zuletzt { $ago } geprüft.
home-unread = Noch wurde keines der Dokumente geprüft.
home-fine = Alle waren lesbar.
home-who = Wer Einstellungen ändern darf
home-open = Jedes Mitglied eines Channels darf dessen Einstellungen ändern.
home-reserved = Nur Admins und Inhaber:innen dieses Workspace dürfen die Einstellungen der Channels ändern.
ago-minutes = { $count ->
    [0] gerade eben
    [one] vor einer Minute
   *[other] vor { $count } Minuten
}
ago-hours = { $count ->
    [one] vor einer Stunde
   *[other] vor { $count } Stunden
}
ago-days = { $count ->
    [one] vor einem Tag
   *[other] vor { $count } Tagen
}
button-add = Zu einem Channel hinzufügen
button-edit = Bearbeiten
button-reserve = Nur Admins ändern lassen
button-everyone = Mitglieder ändern lassen
pick-person = Person, die erwähnt wird; niemand, wenn du keine wählst
pick-window = Wenn sich ein Dokument erneut ändert
pick-call = Wer bei kritischen Änderungen gerufen wird
hint-call = @here für alle, die gerade aktiv sind, oder die ID einer Benutzergruppe: die Gruppe im Slack-Verzeichnis öffnen, die ID über das Menü (⋯) kopieren. Leer: niemand. Nur Admins sehen dieses Feld.
call-here = kritische Änderungen rufen alle, die gerade aktiv sind
call-group = kritische Änderungen rufen eine Benutzergruppe
call-who = Kritische Änderungen rufen
call-active = alle, die gerade aktiv sind
call-unnamed = eine Benutzergruppe
pick-locale = Sprache der Nachrichten
form-save = Speichern
form-next = Weiter
form-look = Nachschlagen
form-close = Schließen
form-loading = Einen Moment …
answer-follows = Das dauert einen Moment. Die Antwort folgt darunter.
form-kept = Deine Einstellungen sind gespeichert.
form-nothing = nichts mehr
explain-none = In dieser Nachricht ist keine Plattform genannt oder verlinkt, die wir beobachten.
explain-how = Frag nach einer mit ihrem Namen: /clausebell policy und der Name.

## Errors

error-platform = Im Katalog gibt es keine Plattform namens „{ $typed }“.
error-platform-how = Prüfe die Schreibweise. Alle Plattformen, die beobachtet werden können, stehen unter { -settings }.
error-near = Meintest du
error-option = { $option }: „{ $value }“ ist nicht möglich.
error-choices = Was möglich ist
named-topic = Thema
named-topics = Themen
named-only = Themen
named-severity = Schweregrad mindestens
named-news = Medienberichte
named-cadence = Wann Nachrichten kommen
named-platforms = Plattformen
named-extras = Zu jeder Nachricht
named-locale = Sprache
named-window = Wenn sich ein Dokument erneut ändert
named-days = Tage
named-words = Gesuchte Wörter
named-what = Auswahl
error-change = Diese Änderung ist hier nicht mehr bekannt.
error-stale = Diese Schaltfläche stammt aus einer älteren Version. Nutze stattdessen den Befehl selbst.
error-needs-manage_server = Dafür brauchst du die Berechtigung, diesen { -place } zu verwalten.
error-needs-member = Nur die Mitglieder eines Channels können seine Einstellungen ändern; bei einem geschlossenen Channel geht das nur dort, mit /clausebell settings.
error-needs-workspace_admin = Das dürfen nur Admins und Inhaber:innen dieses Workspace. Frag dort nach.
error-no-platform = Wähle mindestens eine Plattform.
error-call = „{ $value }“ ruft niemanden. Gib @here ein oder die ID einer Benutzergruppe, die mit S beginnt: Öffne die Gruppe im Slack-Verzeichnis und kopiere die ID über das Menü (⋯).
error-passing = Gerade funktioniert etwas nicht. Versuch es in ein paar Minuten noch einmal.
error-lasting = Das hat nicht geklappt. Wer diesen Bot betreibt, sieht den Grund im Protokoll.
error-blocked = Clausebell kann in einem { -channel }, den du eingerichtet hast, nicht posten. Dort fehlt: { $names }.
error-blocked-channel = ist der { -channel }
error-blocked-kept = Deine Einstellungen bleiben erhalten. Was zu melden ist, wartet und wird gepostet, sobald nichts mehr fehlt.
closed-headline = Ein { -channel }, den du für Clausebell eingerichtet hast, wurde gelöscht: { $name }
closed-kept = Was dort beobachtet wurde, bleibt erhalten. Gemeldet wird erst wieder, wenn du einen anderen { -channel } dafür wählst.
closed-erased = Was dort beobachtet wurde, ist gelöscht. Damit es anderswo weitergeht, richte einen anderen { -channel } ein.
lack-in = braucht noch
lack-remedy = Wer den Kanal verwaltet, kann es geben: Kanal bearbeiten › Berechtigungen › Clausebell.
lack-view_channel = Kanal anzeigen
lack-send_messages = Nachrichten senden
lack-create_posts = Beiträge erstellen
lack-send_messages_in_threads = Nachrichten in Threads senden
lack-create_public_threads = Öffentliche Threads erstellen
lack-manage_threads = Threads verwalten (der Thread ist gesperrt)
lack-embed_links = Links einbetten (sonst kommen Nachrichten als reiner Text)
lack-attach_files = Dateien anhängen (für das Bild)
lack-tag = ein Tag: Beiträge dieses Forums brauchen eines, und es gibt keines, das jeder vergeben darf
lack-messages = ein Platz für Nachrichten: Wähle einen Textkanal, ein Forum oder einen Thread
lack-invitation = eine Einladung: Gib im Channel /invite @Clausebell ein
lack-archive = die Rückkehr aus dem Archiv: Der Channel ist archiviert
lack-leave = die Erlaubnis, dort zu posten: Bitte einen Admin des Workspace darum
lack-network = die Zulassung ihres Netzwerks: Der Workspace lässt Apps nur aus bestimmten Netzwerken zu
lack-scope = eine Berechtigung der App: Installiere sie neu, mit allem, worum sie bittet
lack-token = ein Token, das Slack annimmt: Die App muss neu installiert werden
lacks-role = die Erlaubnis, @{ $name } zu erwähnen: Erlaube in den Servereinstellungen allen, diese Rolle zu erwähnen
lack-mention = eine andere Rolle zum Erwähnen: Die gewählte gibt es nicht mehr
lack-channel = der { -channel }: Es gibt ihn nicht mehr
lack-answer = eine Antwort von { -chat }: Versuch es in ein paar Minuten noch einmal

## Commands: one line of at most 100 characters each, as chats show it

command-policy = Was die Texte einer Plattform zu KI-Training und deinen Werken sagen und was sich zuletzt änderte
command-optout = Wie du dem KI-Training einer Plattform widersprichst oder dass es keinen Weg gibt
command-watch = Diesem { -channel } melden, wenn sich das Kleingedruckte einer Plattform ändert
command-unwatch = Diesem { -channel } eine Plattform oder einige ihrer Themen nicht mehr melden
command-list = { CHAT() ->
    [slack] Was dieser { -channel } beobachtet
   *[discord] Was die { -channels } hier beobachten
}
command-changes = Die letzten Änderungen einer Plattform, eines Themas oder alle
command-find = Wörter in den aktuellen Texten einer Plattform suchen
command-pause = Nachrichten eines { -channel-of } anhalten; was er beobachtet, bleibt erhalten
command-resume = Nachrichten eines { -channel-of } fortsetzen
command-test = Eine Testnachricht in den { -channel } posten, ohne jemanden zu erwähnen
command-settings = { -channel }, Plattformen, Themen und Schweregrad an einem Ort wählen
command-style = Wie ein { -channel } von Änderungen erfährt: wann, wer erwähnt wird, Threads, Bilder, eigene Zeile
command-privacy = Was Clausebell über diese Community speichert und wie man es löscht
command-erase = Alles löschen, was Clausebell über diese Community speichert

option-platform = Name der Plattform oder was dir davon einfällt
option-channel = { -channel } für die Nachrichten; dieser hier, wenn du nichts angibst
option-severity = Schweregrad, ab dem gemeldet wird
option-topics = Themen, durch Kommas getrennt; alle, wenn du nichts angibst
option-only = Nur diese Themen, durch Kommas getrennt; die ganze Plattform, wenn du nichts angibst
option-role = Rolle, die jede Nachricht erwähnt; @everyone für keine
option-words = Wörter, nach denen gesucht wird
option-days = Wie viele Tage zurück
option-topic = Ein Thema
option-news = Neben Änderungen auch Medienberichte zu den Plattformen melden; gilt für den ganzen { -channel }
option-cadence = Wann seine Nachrichten kommen
option-language = Die Sprache der Nachrichten
option-threads = Ein Diskussionsthread unter jeder Nachricht
option-publish = In Ankündigungskanälen auch für Follower veröffentlichen
option-picture = Ein Bild des geänderten Wortlauts
option-text = Eine eigene Zeile über jeder Nachricht; - für keine

## Installing in Slack

slack-installed = Clausebell ist in { $workspace } installiert.
slack-installed-next = Gib in einem beliebigen Channel /clausebell help ein, um zu sehen, was möglich ist. Ein Channel erfährt von Änderungen, sobald dort jemand /clausebell watch und den Namen einer Plattform eingibt.
slack-installed-privacy = Clausebell liest keine Nachrichten, außer einer, die es auf Wunsch erklären soll. Was gespeichert wird und wie du es löschst: /clausebell privacy.
slack-open = Clausebell in Slack öffnen
slack-open-browser = Im Browser öffnen
slack-add-workspaces = Workspaces auswählen
slack-not-installed = Clausebell wurde nicht installiert.
slack-not-installed-cancelled = Du hast die Installation abgelehnt; gespeichert wurde nichts.
slack-not-installed-stale = Dieser Link wurde in einem anderen Browser geöffnet, schon einmal benutzt oder hat länger als zehn Minuten gewartet. Bitte fang von vorn an.
slack-not-installed-refused = Slack hat die Installation nicht angenommen. Bitte fang von vorn an; klappt es wieder nicht, sag denen Bescheid, die dieses Clausebell betreiben.
slack-not-installed-passing = Gerade funktioniert etwas nicht. Bitte versuch es in ein paar Minuten noch einmal.
slack-install-again = Clausebell installieren

## Die Website

site-add = Zu { $chat } hinzufügen
screen-announcement = Eine Nachricht in { $chat }: die Klausel im Wortlaut der Plattform, Umformuliertes hervorgehoben, ab wann sie gilt, was man tun kann, und Buttons für mehr.
screen-setup = Die Karte in { $chat }, auf der ein Admin Kanal, Plattformen, Themen, Schweregrad und Zeitpunkt wählt.
screen-home = Die Startseite der App in { $chat }: was jeder Channel beobachtet, die letzten Änderungen, und wann die Dokumente zuletzt geprüft wurden.
site-feed = Feed
site-write = Schreib uns
site-advice = Was du tun kannst
site-read = Zuletzt gelesen am { $day }
site-unread = Noch nicht gelesen
site-missing = Unter dieser Adresse gibt es keine Seite.
site-stored = Tokens von Slack-Workspaces sind verschlüsselt gespeichert; welche Ankündigung zu welcher Nachricht wurde, 90 Tage lang, unter einer Prüfsumme der Kanal-ID.
site-visitors = Besuche dieser Seiten werden nicht gezählt. Sie setzen keine Cookies und laden nichts von anderswo; die Installation in Slack setzt ein Cookie, für zehn Minuten.
