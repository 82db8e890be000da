# German. Readers are addressed without "du" or "Sie" wherever the language allows it.
# Names of documents come in English and of either number, so they stand behind "Dokument".

## Words

day = { $day }
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

severity-critical = kritisch
severity-major = wichtig
severity-minor = gering
severity-none = keine

topic-ai_training = KI-Training
topic-content_license = Lizenz für eigene Inhalte
topic-ownership_ip = Eigentum und Urheberschaft
topic-monetization_fees = Gebühren und Zahlungen
topic-data_sharing_sale = Weitergabe oder Verkauf von Daten
topic-data_collection = Erhebung von Daten
topic-biometrics = Gesichts- und Stimmdaten
topic-arbitration_disputes = Schiedsverfahren und Streitfälle
topic-liability_warranty = Haftung
topic-termination_moderation = Moderation und Schließung von Konten
topic-minors_age = Alter und Minderjährige
topic-copyright_dmca = Urheberrechtsbeschwerden
topic-acceptable_use = Nutzungsregeln
topic-changes_to_terms = Wie sich die Bedingungen ändern können
topic-governing_law = Recht und Gerichte
topic-advertising = Werbung
topic-account_security = Kontosicherheit
topic-opt_out_rights = Wege zum Widerspruch

# The same within a sentence, behind "zum Thema".
about-ai_training = KI-Training
about-content_license = Lizenz an Inhalten der Nutzenden
about-ownership_ip = Eigentum und Urheberschaft
about-monetization_fees = Gebühren und Zahlungen
about-data_sharing_sale = Weitergabe oder Verkauf von Daten
about-data_collection = Erhebung von Daten
about-biometrics = Gesichts- und Stimmdaten
about-arbitration_disputes = Schiedsverfahren und Streitfälle
about-liability_warranty = Haftung
about-termination_moderation = Moderation und Schließung von Konten
about-minors_age = Alter und Minderjährige
about-copyright_dmca = Urheberrechtsbeschwerden
about-acceptable_use = erlaubte und verbotene Nutzung
about-changes_to_terms = Änderung der Bedingungen
about-governing_law = anwendbares Recht und zuständige Gerichte
about-advertising = Werbung
about-account_security = Kontosicherheit
about-opt_out_rights = Wege zum Widerspruch

target-all = alle Plattformen
target-category = alle Plattformen für { $category }

## Announcements

change-ai_training-introduced = { $platform } hat im Dokument { $document } ergänzt, dass Inhalte oder Daten der Nutzenden zum Training von KI verwendet werden dürfen.
change-ai_training-expanded = { $platform } hat dem KI-Training im Dokument { $document } mehr Raum gegeben.
change-ai_training-restricted = { $platform } hat dem KI-Training im Dokument { $document } weniger Raum gegeben.
change-ai_training-clarified_not_used = { $platform } nennt im Dokument { $document } jetzt Grenzen für KI-Training.
change-ai_training-optout_added = { $platform } hat im Dokument { $document } einen Weg ergänzt, dem KI-Training zu widersprechen.
change-ai_training-optout_removed = { $platform } hat im Dokument { $document } einen Weg gestrichen, dem KI-Training zu widersprechen.
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
fact-dated = Datiert auf
fact-seen = Zuerst gesehen
fact-severity = Gewicht
fact-also = Weitere Themen
change-silent = Der Text wurde geändert, das Datum, das die Seite selbst nennt, aber nicht.

link-document = Dokument lesen
link-archive = Im Archiv
link-change = Vorher und nachher
footer-change = Zitate kopiert von { $host }, gelesen am { $day }; der Link führt zur Seite in ihrem jetzigen Stand. Zusammenfassung von Software verfasst. Keine Rechtsberatung.
footer-archived = Zitate kopiert aus der Abschrift eines Archivs von { $host }, gelesen am { $day }; die Links führen zu Abschrift und Seite in ihrem jetzigen Stand. Zusammenfassung von Software verfasst. Keine Rechtsberatung.
detail-headline = Alles, was sich im Dokument { $document } von { $platform } geändert hat, im Wortlaut.

story-headline = Neues zu { $platforms }: „{ $title }“
story-headline-open = Neues: „{ $title }“
story-title = Nachrichten · { $source }
story-unconfirmed = Ein Nachrichtenbericht, im Dokument noch nicht bestätigt.
fact-published = Veröffentlicht
fact-about = Themen
link-story = Lesen bei { $source }
footer-story = Berichtet von { $source }. Keine Rechtsberatung.

## Digests, reminders and what follows an announcement

digest-headline = { $count } Änderungen auf { $platforms ->
    [one] einer Plattform
   *[other] { $platforms } Plattformen
}.
digest-line = { $title } ({ $day }) — { $headline }
digest-footer = Zusammenfassung von Software verfasst. Keine Rechtsberatung.
reminder-headline = Steht bei { $platform } bevor: { $day }.
reminder-headline-open = Steht bei { $platform } bevor.
reminder-told = Zuerst gesehen am { $day }: { $headline }
reminder-footer = Erinnerung an eine früher gemeldete Änderung. Zusammenfassung von Software verfasst. Keine Rechtsberatung.
followup-taken-back = Zurückgenommen am { $day }.
followup-again = Am { $day } erneut geändert: { $headline }

## Guidance: what a creator can do

optout-account_toggle = Das lässt sich abschalten.
optout-per_item_toggle = Das lässt sich abschalten, für jeden Beitrag einzeln.
optout-admin_only = Nur wem das Konto gehört oder wer es verwaltet, kann das abschalten: dort nachfragen.
optout-email_request = Ein Widerspruch ist per E-Mail möglich. Die Antwort aufbewahren.
optout-objection_form = Ein Widerspruch ist per Formular möglich. Er kann abgelehnt werden; die Bestätigung aufbewahren.
optout-opt_in_default = Nichts zu tun: Ohne Zustimmung ist es aus.
optout-terms_prohibit = Nichts abzuschalten: Die Bedingungen versprechen, es nicht zu tun.
optout-site_signal = Crawler lassen sich bitten, fernzubleiben; nur höfliche halten sich daran.
optout-file_metadata = Dateien lassen sich kennzeichnen; wenige Dienste lesen die Kennzeichnung, und beim Hochladen geht sie oft verloren.
optout-limit_visibility = Es gibt keinen Schalter. Einschränken lässt sich nur, wer die Werke sieht, und das kostet Reichweite.
optout-delete_or_leave = Es gibt keinen Schalter. Es bleibt nur, Werke zu löschen oder zu gehen; Kopien und trainierte Modelle bleiben.
optout-negotiate = Es gibt keinen Schalter. Es hängt von einer gesonderten Vereinbarung ab: nachfragen, welche gilt.
optout-none = Eine Möglichkeit zum Widerspruch haben wir nicht gefunden.
optout-unknown = Wir wissen nicht, ob es eine Möglichkeit zum Widerspruch gibt.

guidance-partly = Nur zum Teil. { $lead }
guidance-partly-default = Nur zum Teil: Einiges ist ohne Zustimmung aus, für den Rest haben wir keine Möglichkeit zum Widerspruch gefunden.
guidance-regional = Nur für { $regions }. { $lead }

guidance-none-found = Wir haben nach einer Einstellung, einem Formular und einer Kontaktadresse gesucht und nichts davon gefunden.
guidance-steps = Was zu tun ist
guidance-where = Wo
guidance-deadline = Letzter Tag
guidance-undone = Es gibt eine schriftliche Zusage, bereits erfolgtes Training rückgängig zu machen.
guidance-not-undone = Das beendet die künftige Nutzung; bereits erfolgtes Training wird nicht rückgängig gemacht.
guidance-undone-unsaid = Es geht um die künftige Nutzung; nichts von dem, was wir gelesen haben, sagt, dass bereits erfolgtes Training rückgängig gemacht wird.
guidance-bound = Ein Widerspruch ist eine Bitte an dieses Unternehmen. Er bindet keine anderen, die Kopien haben oder scrapen.
guidance-exempt = Unter anderen Regeln, Stand { $day }: { $exempt }
guidance-checked = Zuletzt geprüft: { $day }.
guidance-checked-steps = Zuletzt geprüft: { $day }; Namen von Schaltflächen ändern sich.
guidance-earlier = Vor dieser Änderung zuletzt geprüft und durch sie vielleicht überholt ({ $day }): { $lead }
guidance-link = Hier geht es zum Widerspruch
statement = { $who }, { $day }: { $claim } Das ist eine Aussage, keine Klausel.

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
stance-opt_out = erlaubt, sofern nicht widersprochen wird
stance-opt_in = nur mit Zustimmung
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
footer-answer = Angaben mit dem Tag, an dem sie gelesen wurden. Keine Rechtsberatung.
answer-optout = { $platform }: { $lead }
answer-scope = Worum es geht: { $scope }

found-all = { $count ->
    [one] Eine Klausel in den Dokumenten von { $platform } enthält { $words }.
   *[other] { $count } Klauseln in den Dokumenten von { $platform } enthalten { $words }.
}
found-some = Keine Klausel in den Dokumenten von { $platform } enthält { $words } zusammen; { $count ->
    [one] eine Klausel enthält
   *[other] { $count } Klauseln enthalten
} einen Teil davon.
find-none = Keine Klausel in den Dokumenten von { $platform } enthält { $words }.
find-nothing-read = Von den Dokumenten von { $platform } wurde noch keines gelesen.
find-word = „{ $word }“
find-more = { $count ->
    [one] Eine weitere Klausel wurde gefunden.
   *[other] { $count } weitere Klauseln wurden gefunden.
}
find-unread = Noch nicht gelesen und darum nicht durchsucht: { $documents }
find-source = { $document } (gelesen am { $day })
find-footer = Zitate kopiert aus: { $sources }. Keine Rechtsberatung.

changes-headline = { $count ->
    [0] Keine solche Änderung wurde gemeldet.
    [one] Eine Änderung wurde gemeldet.
   *[other] { $count } Änderungen wurden gemeldet.
}
changes-days = { $count ->
    [one] letzter Tag
   *[other] letzte { $count } Tage
}
changes-line = { $day } · { $document } · { $severity }
changes-page = Seite { $page } von { $pages }

watch-added = Der Kanal beobachtet jetzt { $name }.
watch-from-now = Er erfährt ab jetzt von Änderungen; Vergangenes wird nicht gepostet.
watch-topics = Themen
watch-topics-all = alle
watch-severity = Mindestgewicht
watch-mention = Erwähnung
watch-mention-chosen = wie gewählt
watch-removed = Der Kanal beobachtet { $name } nicht mehr.
watch-left = Weiter beobachtet: { $count ->
    [0] nichts
    [one] ein Eintrag
   *[other] { $count } Einträge
}.
watch-missing = Der Kanal beobachtet { $name } nicht.
watch-paused = Nachrichten sind angehalten.
watch-blocked = Nachrichten warten, weil eine Berechtigung fehlt: { $reason }
watch-closed = { $name } wurde gelöscht. Was dort beobachtet wurde, bleibt erhalten, bis ein anderer Kanal dafür gewählt ist.
list-headline = { $count ->
    [0] Hier wird noch nichts beobachtet.
    [one] Ein Kanal beobachtet Plattformen.
   *[other] { $count } Kanäle beobachten Plattformen.
}
health-headline = Wie es darum steht
health-troubles = Zurzeit nicht gelesen oder zurückgehalten
health-unread = { $platform }: noch nicht gelesen
health-unchanged = { $platform }: zuletzt gelesen am { $day }, noch keine Änderung gemeldet
health-changed = { $platform }: zuletzt gelesen am { $day }, letzte Änderung am { $changed }
health-failing = { $document }: nicht lesbar ({ $reason }; { $count } Versuche)
health-held = { $document }: zurückgehalten, da das Gelesene zweifelhaft wirkt ({ $reason })
list-channel = erfährt von
list-row = { $name } ({ $topics }; ab { $severity })
list-row-role = { $row }, mit eigener Rolle
list-silent = erfährt zurzeit nichts
help-headline = Clausebell beobachtet das Kleingedruckte von Plattformen und sagt dieser Community, was sich ändert.
help-commands = Befehle
help-private = In einen privaten Kanal muss die App erst eingeladen werden: /invite @Clausebell. Dann geht dort alles wie anderswo, auch /clausebell settings.

## Schaltflächen

button-change = Was sich geändert hat
button-optout = Widersprechen
button-history = Verlauf
button-remind = Erinnern
button-share = Im Kanal teilen
button-unwatch = { $name } abbestellen
button-settings = Einrichten
button-privacy = Datenschutz
button-test = Probe senden
button-search = Plattform suchen
button-earlier = Zurück
button-more = Mehr
button-newer = Neuere
button-older = Ältere
button-pause = Anhalten
button-resume = Fortsetzen
button-erase = Alles löschen
button-move = Anderen Kanal wählen
button-text = Eigene Zeile
ask-search = Name einer Plattform
ask-text = Eigene Zeile über jeder Nachricht
passages-count = { $count ->
    [one] Eine Stelle hat sich geändert.
   *[other] { $count } Stellen haben sich geändert; Seite { $page } von { $pages }.
}
remind-headline = Am { $day } kommt eine Direktnachricht zu { $platform }.
remind-how = Sie kommt nur, wenn hier Direktnachrichten zugelassen sind, und nicht, wenn die Änderung vorher zurückgenommen wird.
remind-nothing = Für { $platform } ist kein kommender Tag bekannt, an den wir erinnern könnten.

## Einrichten

welcome-how = Es bleibt still: Eine Nachricht kommt nur, wenn sich ein Dokument in einem wichtigen Punkt geändert hat, mit den Worten der Plattform. Wer diesen Ort verwaltet, wählt Plattformen und Kanal.
welcome-restored = { $count ->
    [one] Die Einstellungen eines Kanals sind von früher erhalten und gelten wieder.
   *[other] Die Einstellungen von { $count } Kanälen sind von früher erhalten und gelten wieder.
}
welcome-privacy = Es liest keine Nachrichten und speichert nichts über Mitglieder.
welcome-footer = Keine Rechtsberatung.
card-headline = Was soll dieser Kanal erfahren?
card-channel = erfährt von
card-nothing = noch nichts: Plattformen unten wählen
card-lacks = Was dafür fehlt
card-text = Über jeder Nachricht
card-footer = Jede Wahl gilt sofort. Andere Kanäle können eigene Einstellungen haben.
pick-channel = Kanal
pick-platforms = Plattformen
pick-topics = Themen; alle, wenn keines gewählt ist
pick-severity = Wie wichtig
pick-cadence = Wann
pick-mention = Rolle, die erwähnt wird; niemand, wenn keine gewählt ist
pick-extras = Neben der Nachricht
least-minor = Alles von Gewicht
least-major = Wichtige und kritische Änderungen
least-critical = Nur kritische Änderungen
cadence-at_once = Sofort
cadence-daily = Eine Nachricht am Tag
cadence-weekly = Eine Nachricht in der Woche
window = { $hours ->
    [0] Jede Änderung eines Dokuments ist eine eigene Nachricht
    [6] Weitere Änderungen eines Dokuments kommen sechs Stunden lang zur ersten
   *[24] Weitere Änderungen eines Dokuments kommen einen Tag lang zur ersten
    [72] Weitere Änderungen eines Dokuments kommen drei Tage lang zur ersten
    [168] Weitere Änderungen eines Dokuments kommen eine Woche lang zur ersten
}
extra-threads = Ein Thread zum Reden unter jeder Nachricht
extra-detail = Details und Wiederholungen in einem Thread
extra-publish = In Ankündigungskanälen an folgende Kanäle veröffentlichen
extra-picture = Ein Bild des geänderten Wortlauts
test-headline = Eine Probe ist gesendet.
test-channel = hat sie
test-quiet = Niemand wurde erwähnt.
test-failed = Die Probe konnte nicht gesendet werden.
sample-title = Eine Probe
sample-headline = Hier meldet sich Clausebell.
sample-none = Ändert sich ein Dokument in einem wichtigen Punkt, stehen hier seine Worte, ab wann sie gelten und was man tun kann.
paused-headline = Die Nachrichten sind angehalten.
paused-channel = ruht
paused-kept = Was beobachtet wird, bleibt erhalten; was inzwischen kommt, wartet.
resumed-headline = Die Nachrichten kommen wieder.
resumed-channel = erfährt wieder etwas
resumed-kept = Was gewartet hat, wird jetzt gesendet.
pause-nothing = Der Kanal beobachtet nichts, also gibt es nichts anzuhalten.
style-nothing = Der Kanal beobachtet noch nichts. Zuerst eine Plattform wählen.
move-headline = Welcher Kanal soll das übernehmen?
move-what = Was { $name } beobachtet hat, geht dort weiter, mit derselben Auswahl.
move-live = Was dieser Kanal beobachtet, geht dort weiter und endet hier.
privacy-headline = Was Clausebell über diesen Ort speichert
privacy-channels = Kanäle mit Einstellungen
privacy-roles = Rollen, Gruppen oder Personen, die erwähnt werden
privacy-people = Personen, die eingestellt haben
privacy-what = Gespeichert sind die Kennungen dieses Ortes, von Kanälen, von Rollen, Gruppen oder Personen, die erwähnt werden, und von denen, die eingestellt haben, mit den Einstellungen; von einer Erinnerung, wer darum bat.
privacy-kept = Wird es von hier entfernt, bleiben die Einstellungen 30 Tage für eine Rückkehr erhalten und werden dann gelöscht.
privacy-not-kept = Wird es von hier entfernt, löscht es alles sofort.
privacy-never = Nachrichten und Mitglieder werden weder gelesen noch gespeichert.
privacy-shortcut = Eine Nachricht wird nur gelesen, wo jemand sie sich mit dem Kurzbefehl erklären lässt, auf Namen und Links hin, und nicht gespeichert.
privacy-erase = Wer diesen Ort verwaltet, kann mit dem Befehl dafür alles löschen.
erase-headline = { $count ->
    [0] Alles löschen, was über diesen Ort gespeichert ist?
    [one] Die Einstellungen eines Kanals und alles andere löschen, was über diesen Ort gespeichert ist?
   *[other] Die Einstellungen von { $count } Kanälen und alles andere löschen, was über diesen Ort gespeichert ist?
}
erase-what = Nichts davon bleibt, und kein Kanal erfährt etwas, bis neu eingerichtet wird.
erased-headline = Alles, was über diesen Ort gespeichert war, ist gelöscht.

## Home and forms in Slack

language-name = Deutsch
home-first = Clausebell läutet, wenn sich das Kleingedruckte ändert.
home-first-what = Es beobachtet Nutzungsbedingungen, Datenschutz- und KI-Richtlinien der Plattformen, die Kreative nutzen, und zitiert die geänderte Klausel.
home-first-quiet = Es bleibt still: Eine Nachricht kommt nur, wenn sich etwas Wichtiges geändert hat, und nichts kommt zweimal.
home-first-who = Am Anfang steht ein Kanal, in dem man Mitglied ist, und was er erfahren soll.
home-help = /clausebell help in einem beliebigen Kanal zeigt mit Beispielen, was sich fragen lässt.
home-private = Von privaten Kanälen stehen hier nur selbst eingerichtete, denn Clausebell verlangt keinen Einblick, wer darin ist. Gewählt wird für sie darin, mit /clausebell settings.
home-within = Gewählt wird im Kanal selbst: dort /clausebell settings eingeben.
home-ask = Fragen
home-edit = Für den Kanal { $channel } wählen
home-more = { $count ->
    [one] und ein weiterer Eintrag
   *[other] und { $count } weitere Einträge
}
home-documents = Die Dokumente
home-looked = Zuletzt wurde { $ago } nach den Dokumenten gesehen.
home-unread = Noch wurde nach keinem der Dokumente gesehen.
home-fine = Alle waren lesbar.
home-who = Wer wählen darf
home-open = Jedes Mitglied eines Kanals darf wählen, was er erfährt.
home-reserved = Nur Admins und Inhaber dieses Workspace dürfen wählen, was seine Kanäle erfahren.
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
button-add = Zu einem Kanal hinzufügen
button-edit = Bearbeiten
button-reserve = Nur Admins wählen lassen
button-everyone = Mitglieder wählen lassen
pick-person = Person, die erwähnt wird; niemand, wenn keine gewählt ist
pick-window = Wenn sich ein Dokument erneut ändert
pick-call = Wen kritische Änderungen rufen
hint-call = here für alle, die gerade da sind, oder die ID einer Nutzergruppe; leer für niemanden. Nur Admins des Workspace sehen dieses Feld.
call-here = kritische Änderungen rufen alle, die gerade da sind
call-group = kritische Änderungen rufen eine Nutzergruppe
pick-locale = Sprache der Nachrichten
form-save = Speichern
form-next = Weiter
form-look = Nachsehen
form-close = Schließen
form-loading = Einen Moment …
form-kept = Die Wahl ist gespeichert.
form-nothing = nichts mehr
explain-none = In dieser Nachricht ist keine Plattform genannt oder verlinkt, die wir beobachten.
explain-how = Nach einer mit ihrem Namen fragen: /clausebell policy und der Name.

## Errors

error-platform = Eine Plattform namens „{ $typed }“ steht nicht im Katalog.
error-near = Ähnliche Namen
error-option = „{ $value }“ passt nicht für { $option }.
error-choices = Was möglich ist
error-change = Diese Änderung ist hier nicht mehr bekannt.
error-stale = Diese Schaltfläche stammt aus einer älteren Fassung. Gib stattdessen den Befehl selbst ein.
error-needs-manage_server = Dafür braucht es die Berechtigung, diesen Server oder Workspace zu verwalten.
error-needs-member = Für einen Kanal wählen nur seine Mitglieder; für einen privaten Kanal nur darin, mit /clausebell settings.
error-needs-workspace_admin = Das dürfen nur Admins und Inhaber dieses Workspace. Bitte bei ihnen nachfragen.
error-no-platform = Bitte mindestens eine Plattform wählen.
error-call = „{ $value }“ ruft niemanden. Möglich sind here oder die ID einer Nutzergruppe, wie Slack sie kopiert.
error-passing = Gerade ist etwas gestört. Bitte in ein paar Minuten noch einmal versuchen.
error-lasting = Das hat nicht geklappt; wer diesen Bot betreibt, sieht den Grund im Protokoll.
error-blocked = Clausebell kann in einem selbst eingerichteten Kanal nicht posten: { $reason }
error-blocked-lacks = Clausebell kann in einem selbst eingerichteten Kanal nicht posten. Dort fehlt: { $names }.
error-blocked-channel = ist der Kanal
error-blocked-kept = Die Auswahl bleibt erhalten. Was zu melden ist, wartet und wird gepostet, sobald die Berechtigung wieder da ist.
closed-headline = Ein für Clausebell eingerichteter Kanal wurde gelöscht: { $name }
closed-kept = Was dort beobachtet wurde, bleibt erhalten. Gemeldet wird erst wieder, wenn ein anderer Kanal dafür gewählt ist.
closed-erased = Was dort beobachtet wurde, ist vergessen. Damit es anderswo weitergeht, einen anderen Kanal einrichten.
lack-in = braucht noch
lack-remedy = Wer den Kanal verwaltet, kann es geben: Kanal bearbeiten, Berechtigungen, Clausebell.
lack-view_channel = Kanal anzeigen
lack-send_messages = Nachrichten senden
lack-create_posts = Beiträge erstellen
lack-send_messages_in_threads = Nachrichten in Threads senden
lack-create_public_threads = Öffentliche Threads erstellen
lack-manage_threads = Threads verwalten (der Thread ist gesperrt)
lack-embed_links = Links einbetten (ohne das kommen Nachrichten als bloßer Text)
lack-attach_files = Dateien anhängen (für das Bild)
lack-tag = ein Tag: Beiträge dieses Forums brauchen eines, und es gibt keines
lack-messages = ein Platz für Nachrichten: einen Textkanal, ein Forum oder einen Thread wählen
lack-invitation = eine Einladung: im Kanal /invite @Clausebell eingeben
lack-archive = ein Weg aus dem Archiv: der Kanal ist archiviert
lack-leave = die Erlaubnis, dort zu schreiben: ein Admin des Workspace kann sie geben
lack-network = die Zulassung ihres Netzes: der Workspace lässt Apps nur aus bestimmten Netzen zu
lack-scope = eine Berechtigung der App: sie neu installieren, mit allem, worum sie bittet
lack-token = ein Token, das Slack annimmt: die App muss neu installiert werden
lacks-role = die Erlaubnis, @{ $name } zu erwähnen: in den Servereinstellungen allen erlauben, diese Rolle zu erwähnen
lack-channel = der Kanal: es gibt ihn nicht mehr
lack-answer = eine Antwort des Chats: in ein paar Minuten noch einmal versuchen

## Commands: one line of at most 100 characters each, as chats show it

command-policy = Was die Texte einer Plattform zu KI-Training und Werken sagen, und was sich zuletzt änderte
command-optout = Wie man dem KI-Training einer Plattform widerspricht, oder dass es keinen Weg gibt
command-watch = Diesem Kanal melden, wenn sich das Kleingedruckte einer Plattform ändert
command-unwatch = Diesem Kanal nichts mehr über eine Plattform melden
command-list = Was die Kanäle hier beobachten
command-help = Was Clausebell tut, und die Befehle
command-changes = Letzte Änderungen, einer Plattform, eines Themas oder aller
command-find = Wörter in den aktuellen Texten einer Plattform suchen
command-pause = Nachrichten eines Kanals anhalten; was er beobachtet, bleibt
command-resume = Nachrichten eines Kanals fortsetzen
command-test = Ein Muster in den Kanal posten, ohne jemanden zu erwähnen
command-settings = Kanal, Plattformen, Themen und Gewicht an einem Ort wählen
command-style = Wie ein Kanal von Änderungen erfährt: wann, wer erwähnt wird, Threads, Bilder, eine eigene Zeile
command-privacy = Was Clausebell über diese Community speichert, und wie man es löscht
command-erase = Alles löschen, was Clausebell über diese Gemeinschaft speichert

option-platform = Name der Plattform, oder was davon in Erinnerung ist
option-channel = Kanal für die Nachrichten; dieser hier, wenn keiner angegeben ist
option-severity = Ab welchem Gewicht gemeldet wird
option-topics = Themen, durch Kommas getrennt; alle, wenn keine angegeben sind
option-role = Rolle, die jede Nachricht erwähnt; keine, wenn nichts angegeben ist
option-words = Wörter, nach denen gesucht wird
option-days = Wie viele Tage zurück
option-topic = Ein Thema
option-cadence = Wann seine Nachrichten kommen
option-threads = Ein Thread zum Reden unter jeder Nachricht
option-publish = In Ankündigungskanälen an folgende Kanäle veröffentlichen
option-picture = Ein Bild des geänderten Wortlauts
option-text = Eine eigene Zeile über jeder Nachricht; - für keine

## Installing in Slack

slack-installed = Clausebell ist in { $workspace } installiert.
slack-installed-next = /clausebell help zeigt in jedem Kanal, was möglich ist. Ein Kanal hört von Änderungen, sobald dort jemand /clausebell watch und den Namen einer Plattform eingibt.
slack-installed-privacy = Clausebell liest keine Nachrichten. Was gespeichert wird und wie es sich löschen lässt: /clausebell privacy.
slack-open = Clausebell in Slack öffnen
slack-not-installed = Clausebell wurde nicht installiert.
slack-not-installed-cancelled = Die Installation wurde abgelehnt; gespeichert wurde nichts.
slack-not-installed-stale = Dieser Link wurde in einem anderen Browser geöffnet, schon einmal benutzt oder hat länger als zehn Minuten gewartet. Bitte von vorn beginnen.
slack-not-installed-refused = Slack hat die Installation nicht angenommen. Bitte von vorn beginnen; misslingt es noch einmal, hilft eine Nachricht an die Betreiber dieses Clausebell.
slack-not-installed-passing = Im Moment ist etwas gestört. Bitte in ein paar Minuten noch einmal versuchen.
slack-install-again = Clausebell installieren
