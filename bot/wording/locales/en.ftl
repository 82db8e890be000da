# English. Every sentence that Clausebell says stands here, and only here.
# Other languages hold the same keys; what they lack is said in English.

## Words

day = { $day }
first-day = 1
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
comma = { ", " }
all-of = { $first } and { $last }
colon = { ": " }
-place = { CHAT() ->
    [slack] workspace
   *[discord] server
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

severity-critical = critical
severity-major = major
severity-minor = minor
severity-none = none

topic-ai_training = AI training
topic-content_license = Licence for your content
topic-ownership_ip = Ownership
topic-monetization_fees = Fees and payments
topic-data_sharing_sale = Sharing or sale of data
topic-data_collection = Collection of data
topic-biometrics = Face and voice data
topic-arbitration_disputes = Arbitration and disputes
topic-liability_warranty = Liability
topic-termination_moderation = Moderation and closing of accounts
topic-minors_age = Age and minors
topic-copyright_dmca = Copyright claims
topic-acceptable_use = Rules of use
topic-changes_to_terms = How the terms may change
topic-governing_law = Law and courts
topic-advertising = Advertising
topic-account_security = Account security
topic-opt_out_rights = Ways to opt out

# The same within a sentence: "added wording about …".
about-ai_training = AI training
about-content_license = the licence for people's content
about-ownership_ip = who owns what
about-monetization_fees = fees and payments
about-data_sharing_sale = sharing or selling data
about-data_collection = what data is collected
about-biometrics = face and voice data
about-arbitration_disputes = arbitration and disputes
about-liability_warranty = liability
about-termination_moderation = moderation and closing accounts
about-minors_age = age and minors
about-copyright_dmca = copyright claims
about-acceptable_use = what people may and may not do
about-changes_to_terms = how the terms may change
about-governing_law = which law and courts apply
about-advertising = advertising
about-account_security = account security
about-opt_out_rights = ways to object or opt out

# Types of documents, by the names that the catalogue gives them; a type without a name here keeps its own.
document-terms_of_service = Terms of Service
document-privacy_policy = Privacy Policy
document-community_guidelines = Community Guidelines
document-content_monetisation_policy = Content Monetisation Policy
document-developer_terms = Developer Terms
document-acceptable_use_policy = Acceptable Use Policy

target-all = every platform
target-category = every platform for { $category }

# Categories, by the names that the catalogue gives them; one without a name here keeps its own.
category-art = art
category-audio = audio
category-music = music
category-photo = photography
category-podcast = podcasts
category-portfolio = portfolios
category-social = social media
category-stream = streaming
category-video = video
category-writing = writing

## Announcements

change-ai_training-introduced = { $platform } added to its { $document } that people's content or data may be used to train AI.
change-ai_training-expanded = { $platform } gave more room to AI training in its { $document }.
change-ai_training-restricted = { $platform } gave less room to AI training in its { $document }.
change-ai_training-clarified_not_used = { $platform } now states limits on AI training in its { $document }.
change-ai_training-optout_added = { $platform } added a way to opt out of AI training to its { $document }.
change-ai_training-optout_removed = { $platform } removed a way to opt out of AI training from its { $document }.
change-added = { $platform } added wording about { $topic } to its { $document }.
change-back = { $platform } put wording about { $topic } back into its { $document }.
change-removed = { $platform } took wording about { $topic } out of its { $document }.
change-reworded = { $platform } reworded what it says about { $topic } in its { $document }.
change-other = { $platform } changed its { $document }.
change-reverted = { $platform } took back an earlier change to its { $document }.

quote-added = Added
quote-removed = Removed
quote-reworded = Reworded
quote-was = Was
quote-now = Now
quote-except = Except
quotes-left = { $count ->
    [one] One more passage changed.
   *[other] { $count } more passages changed.
}
quotes-thread = All of it, word for word, is in the thread below.

fact-effective = In force from
fact-dated = Dated
fact-seen = First seen
fact-severity = Severity
fact-also = Also about
change-silent = The text changed, but the date that the page gives itself did not.

link-document = Read the document
link-archive = In the archive
link-change = Before and after
footer-change = Quotes copied from { $host }, read on { $day }; the link leads to the page as it is now. Summary written by software. Not legal advice.
footer-archived = Quotes copied from an archive's record of { $host }, read on { $day }; the links lead to record and page as they are now. Summary written by software. Not legal advice.
detail-headline = All that changed in { $platform }'s { $document }, word for word.

story-headline = News about { $platforms }: “{ $title }”
story-headline-open = News: “{ $title }”
story-title = News · { $source }
story-unconfirmed = A news report, not yet confirmed in the document.
fact-published = Published
fact-about = About
link-story = Read at { $source }
footer-story = Reported by { $source }. Not legal advice.
digest-changes = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
digest-reports = { $count ->
    [one] { $count } news report
   *[other] { $count } news reports
}

## Digests, reminders and what follows an announcement

digest-headline = { $platforms ->
    [0] { $what }.
    [one] { $what } on one platform.
   *[other] { $what } on { $platforms } platforms.
}
digest-line = { $title } ({ $day }) — { $headline }
digest-rest = Much came at once: the first were told one by one, here is the rest in brief.
digest-footer = Summary written by software. Not legal advice.
reminder-headline = Coming up at { $platform }: { $day }.
reminder-headline-open = Coming up at { $platform }.
reminder-told = First seen on { $day }: { $headline }
reminder-footer = A reminder of a change told earlier. Summary written by software. Not legal advice.
followup-taken-back = Taken back on { $day }.
followup-again = Changed again on { $day }: { $headline }
followup-spoken = The company made a statement on { $day }; it stands below.

## Guidance: what a creator can do

optout-account_toggle = You can switch this off.
optout-per_item_toggle = You can switch this off, for each item on its own.
optout-admin_only = Only an owner or admin of the account can switch this off: ask yours.
optout-email_request = You can opt out by e-mail. Keep the reply.
optout-objection_form = You can object with a form. It may be refused; keep the confirmation.
optout-opt_in_default = Nothing to do: it is off unless you agree to it.
optout-terms_prohibit = Nothing to switch off: the terms promise not to do it.
optout-site_signal = You can ask crawlers to stay away; only polite ones follow.
optout-file_metadata = You can mark your files; few services read the mark, and many uploads strip it.
optout-limit_visibility = There is no switch. You can limit who sees your work, which costs reach.
optout-delete_or_leave = There is no switch. What remains is to delete your work or to leave; copies and trained models stay.
optout-negotiate = There is no switch. It depends on a separate agreement: ask which one you are under.
optout-none = There is no opt-out that we could find.
optout-unknown = We do not know whether there is a way to opt out.

guidance-partly = Only in part. { $lead }
guidance-partly-default = Only in part: some of it is off unless you agree to it, and for the rest we found no opt-out.
guidance-regional = Only for { $regions }. { $lead }

guidance-none-found = We looked for a setting, a form and an address to write to, and found none.
guidance-steps = What to do
guidance-where = Where
guidance-deadline = Last day
guidance-undone = There is a written promise to undo training already done.
guidance-not-undone = It stops future use; training already done is not undone.
guidance-undone-unsaid = It is about future use; nothing that we read says that training already done is undone.
guidance-bound = Opting out is a request to this company. It does not bind others who have copies or who scrape.
guidance-exempt = Under other rules, as read on { $day }: { $exempt }
guidance-caveats = { $caveats }
guidance-checked = Last checked: { $day }.
guidance-checked-steps = Last checked: { $day }; the names of buttons change.
guidance-earlier = Last checked before this change, which may have overtaken it ({ $day }): { $lead }
guidance-link = Where it is done
statement = { $who }, { $day }: { $claim } That is a statement, not a clause.

## Answers

training-allowed = { $platform } may train AI on people's content or data.
training-opt_out = { $platform } may train AI on people's content or data unless they opt out.
training-opt_in = { $platform } says that it trains AI on people's content only if they agree, within the limits named below.
training-prohibited = { $platform } says that it does not train AI on people's content, within the limits named below.
training-unclear = { $platform } does not say clearly whether it trains AI on people's content.
training-unknown = We do not know what { $platform } says about AI training.
policy-own = AI of its own
policy-licensed = Licensing to others
policy-scraping = Scraping by others
policy-basis = Says so in
policy-as-of = Read on
stance-allowed = allowed
stance-opt_out = allowed unless you opt out
stance-opt_in = only if you agree
stance-prohibited = not allowed
stance-unclear = unclear
basis-terms = its terms
basis-privacy_policy = its privacy policy
basis-help_page = a help page
basis-statement = a statement, not a clause
policy-changes = Latest changes
policy-no-changes = No change has been announced yet.
policy-change = { $day }: { $change }
policy-documents = Documents that we read
policy-read = { $document }: last read on { $day }
policy-unread = { $document }: not read yet
footer-answer = Facts as read on the days given. Not legal advice.
answer-optout = { $platform }: { $lead }
answer-scope = What it is about: { $scope }

found-all = { $count ->
    [one] One clause of { $platform }'s documents contains { $words }.
   *[other] { $count } clauses of { $platform }'s documents contain { $words }.
}
found-some = No clause of { $platform }'s documents contains all of { $words }; { $count ->
    [one] one clause contains
   *[other] { $count } clauses contain
} some of it.
find-none = No clause of { $platform }'s documents contains { $words }.
find-nothing-read = None of { $platform }'s documents has been read yet.
quoted = “{ $text }”
find-more = { $count ->
    [one] One more clause was found.
   *[other] { $count } more clauses were found.
}
find-unread = Not read yet, so not searched: { $documents }
find-source = { $document } (read on { $day })
find-footer = Quotes copied from { $sources }. Not legal advice.

changes-headline = { $count ->
    [0] No such change has been announced.
    [one] One change was announced.
   *[other] { $count } changes were announced.
}
changes-days = { $count ->
    [one] last day
   *[other] last { $count } days
}
changes-line = { $day } · { $document } · { $severity }
changes-page = Page { $page } of { $pages }

watch-added = The channel now watches { $name }.
watch-channel = hears of changes from now on
watch-from-now = Nothing older is posted.
watch-topics = Topics
watch-topics-all = all
watch-severity = Minimum severity
watch-mention = Mention
watch-mention-chosen = as chosen
watch-removed = The channel no longer watches { $name }.
watch-missing = The channel does not watch { $name }.
watch-narrowed = No longer watched at { $name }: { $topics }.
watch-narrow-missing = Not watched at { $name }: { $topics }.
watch-paused = Messages are paused.
watch-blocked = Messages are waiting, as something is missing: { $names }
watch-closed = { $name } was deleted. What it watched is kept until another channel is chosen for it.
list-headline = { $count ->
    [0] Nothing is watched here yet.
    [one] One channel watches platforms.
   *[other] { $count } channels watch platforms.
}
health-headline = Last read and last changed
health-troubles = Not read or held back at the moment
health-unread = { $platform }: not read yet
health-unchanged = { $platform }: last read on { $day }, no change announced yet
health-changed = { $platform }: last read on { $day }, last change on { $changed }
health-failing = { $document }: cannot be read ({ $reason }; { $count ->
    [one] one try
   *[other] { $count } tries
})
health-held = { $document }: held back, as what was read looks doubtful ({ $reason })
site-answers = the site answers with error { $code }
unread-slow = the site takes too long to answer
unread-unreachable = the site cannot be reached
unread-large = the page is too large
unread-empty = the page shows no text
unread-kind = the address leads to something that is neither a page nor a PDF
unread-pdf = the PDF cannot be read
unread-own = the bot's own settings stand in the way
unread-other = the reason is in the bot's log
doubt-challenge = the site asks for proof that a person is reading
doubt-login = the site asks to log in
doubt-consent = a consent notice stands in place of the text
doubt-error = an error message stands in the text or in its place
doubt-part = a part of the text may be missing
doubt-garbled = the page may be put together wrongly
doubt-language = the text is in another language
doubt-region = it may be the edition for another region
doubt-earlier = it may be an earlier edition
doubt-another = it may be another document
doubt-other = the reason is in the bot's log
list-channel = watches
list-row = { $name } ({ $topics }; { $severity } and above)
list-all-topics = all topics
list-row-role = { $row }, mentioning a role of its own
list-silent = gets no messages at the moment
help-headline = Clausebell watches the fine print of platforms and tells this community what changes.
help-ask = Ask about a platform
help-channel = Set up this channel
help-stored = What is stored
help-news = A channel hears of news reports, too. Add “{ typed-no-news }” after the platforms to leave them out, “{ typed-news }” to bring them back.
# What is typed for it after the platforms.
typed-news = news
typed-no-news = no news
help-private = In a private channel, invite the app first: /invite @Clausebell. Then everything works there as elsewhere, /clausebell settings too.

## Buttons

button-change = What changed
button-optout = Opt out
button-history = History
button-remind = Remind me
button-share = Share in channel
button-unwatch = Stop watching { $name }
button-settings = Set up
button-privacy = Privacy
button-test = Send a test
button-search = Search platforms
button-find-channel = Find a channel
button-find-role = Find a role
button-earlier = Back
button-more = More
button-newer = Newer
button-older = Older
button-pause = Pause
button-resume = Resume
button-erase = Erase everything
button-move = Choose another channel
button-text = A line of your own
ask-search = Name of a platform
ask-named = Name of a channel or role
ask-text = Your line above each message
passages-count = { $count ->
    [one] One passage changed.
   *[other] { $count } passages changed.
}
remind-headline = You will get a direct message about { $platform } on { $day }.
remind-how = It comes only if you accept direct messages here, and not if the change is taken back before then.
remind-nothing = We know of no day ahead at { $platform } that we could remind you of.

## Setting up

welcome-how = It is quiet: a message comes only when a document changed in a way that matters, with the platform's own words. Whoever manages this { -place } chooses the platforms and the channel.
welcome-ask = Anyone can ask: { -asking }
welcome-restored = { $count ->
    [one] The settings of one channel were kept from before, and apply again.
   *[other] The settings of { $count } channels were kept from before, and apply again.
}
welcome-privacy = It reads no messages. Of people it stores only the IDs of those who set it up or asked for a reminder.
welcome-footer = Not legal advice.
card-headline = What should this channel watch?
card-channel = watches
card-nothing = nothing yet: choose platforms below
card-lacks = What is missing for that
card-text = Above each message
card-footer = Every choice is saved at once. Other channels can have settings of their own.
pick-channel = Channel
pick-platforms = Platforms
pick-topics = Topics; all if none is chosen
pick-severity = Which changes
pick-news = News reports
pick-cadence = When
pick-mention = Role to mention; nobody if none is chosen
pick-extras = With each message
least-minor = All changes of substance
least-major = Major and critical changes
least-critical = Critical changes only
news-yes = Changes and news reports
news-no = Changes only, no news reports
cadence-at_once = At once
cadence-daily = One message a day
cadence-weekly = One message a week
window = { $hours ->
    [0] Each change of a document is a message of its own
    [6] Further changes of a document join the first one for six hours
   *[24] Further changes of a document join the first one for a day
    [72] Further changes of a document join the first one for three days
    [168] Further changes of a document join the first one for a week
}
extra-threads = A thread for discussion under each message
extra-detail = Details and repeats in a thread
extra-publish = Publish to following channels, in announcement channels
extra-picture = A picture of what was reworded
test-headline = A sample was posted.
test-channel = received it
test-quiet = Nobody was mentioned.
test-failed = The sample could not be posted.
sample-title = A sample
sample-headline = This is where Clausebell speaks.
sample-none = When a document changes in a way that matters, its words stand here, with the day from which they apply and what can be done.
paused-headline = Messages are paused.
paused-channel = is paused
paused-kept = What it watches is kept; what comes in the meantime waits.
resumed-headline = Messages have resumed.
resumed-channel = gets messages again
resumed-kept = What waited is posted now.
pause-nothing = The channel watches nothing, so there is nothing to pause.
style-nothing = The channel watches nothing yet. Choose a platform first.
move-headline = Which channel is to take over?
move-what = What { $name } watched goes on there, with the same settings.
move-live = What this channel watches goes on there, and ends here.
privacy-headline = What Clausebell stores of this { -place }
privacy-headline-person = What Clausebell stores of you
privacy-channels = Channels with settings
privacy-roles = Roles, groups or people to mention
privacy-people = People who made the settings
privacy-what = Stored are the IDs of this { -place }, of channels, of roles, groups or people to mention, and of those who made the settings, with the settings; of a reminder, who asked for it and in which language.
privacy-kept = Removed from this { -place }, it keeps the settings for 30 days, should it come back, and then erases them.
privacy-not-kept = Removed from this { -place }, it erases everything at once.
privacy-never = Nothing else of members is stored, and messages are neither read nor stored.
privacy-person = Your ID, where you set up a channel or asked for a reminder: with the settings, or with the reminder and its language until it is sent. Nothing else.
privacy-there = What is stored of a { -place }, and how to erase it, you see when you ask there.
privacy-shortcut = The one exception: a message is read where someone uses the shortcut to have it explained, for the names and links in it, and is not kept.
privacy-erase = Whoever manages this { -place } can erase everything: { -erasing }
erase-headline = { $count ->
    [0] Erase everything that is stored of this { -place }?
    [one] Erase the settings of one channel, and everything else that is stored of this { -place }?
   *[other] Erase the settings of { $count } channels, and everything else that is stored of this { -place }?
}
erase-what = Nothing is kept of it, and no channel gets messages until it is set up anew.
erased-headline = Everything that was stored of this { -place } is erased.

## Home and forms in Slack

language-name = English
home-first = Clausebell rings when the fine print changes.
home-first-what = It watches the terms, privacy and AI policies of the platforms that creators use, and quotes the clause that changed.
home-first-quiet = It is quiet: a message comes only when something changed that matters, and nothing comes twice.
home-first-who = Choose a channel that you are in, and what it should watch.
home-help = Type /clausebell help in any channel: it lists what can be asked, with examples.
home-private = Of private channels, only those that you set up yourself are listed here, as Clausebell does not ask to see who is in one. Type /clausebell settings in one to set it up.
home-within = Set it up from within: type /clausebell settings there.
home-ask = Questions
home-edit = Settings of the channel { $channel }
home-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
home-documents = The documents
home-looked = The documents were last looked at { $ago }.
home-unread = None of the documents has been looked at yet.
home-fine = All of them could be read.
home-who = Who may change settings
home-open = Every member of a channel may change its settings.
home-reserved = Only admins and owners of this workspace may change the settings of its channels.
ago-minutes = { $count ->
    [0] just now
    [one] a minute ago
   *[other] { $count } minutes ago
}
ago-hours = { $count ->
    [one] an hour ago
   *[other] { $count } hours ago
}
ago-days = { $count ->
    [one] a day ago
   *[other] { $count } days ago
}
button-add = Add to a channel
button-edit = Edit
button-reserve = Let only admins change settings
button-everyone = Let members change settings
pick-person = Person to mention; nobody if none is chosen
pick-window = When a document changes again
pick-call = Who is called for critical changes
hint-call = @here for everyone who is active, or a user group's ID: open the group in Slack's directory, and copy it from the menu (⋯). Empty: nobody. Only admins of the workspace see this field.
call-here = critical changes call everyone who is active
call-group = critical changes call a user group
call-who = Critical changes call
call-active = everyone who is active
call-unnamed = a user group
pick-locale = Language of its messages
form-save = Save
form-next = Next
form-look = Look up
form-close = Close
form-loading = One moment…
answer-follows = This takes a moment. The answer comes below.
form-kept = Your settings are saved.
form-nothing = nothing any more
explain-none = No platform that we watch is named or linked in this message.
explain-how = To ask about one by its name: /clausebell policy and the name.

## Errors

error-platform = There is no platform called “{ $typed }” in the catalogue.
error-platform-how = Check the spelling. Every platform that can be watched is listed under { -settings }.
error-near = Did you mean
error-option = { $option }: “{ $value }” cannot be used.
error-choices = What can be used
named-topic = Topic
named-topics = Topics
named-only = Topics
named-severity = Minimum severity
named-news = News reports
named-cadence = When messages come
named-platforms = Platforms
named-extras = With each message
named-locale = Language
named-window = When a document changes again
named-days = Days
named-words = Words to look for
named-what = Choice
error-change = That change is no longer known here.
error-stale = This button is from an older version. Use the command itself instead.
error-needs-manage_server = For this you need the permission to manage this { -place }.
error-needs-member = Only those who are in a channel may change its settings; those of a private channel from within, with /clausebell settings.
error-needs-workspace_admin = Only admins and owners of this workspace may do this. Ask one of them.
error-no-platform = Choose at least one platform.
error-call = “{ $value }” calls nobody. Type @here, or the ID of a user group, which begins with S: open the group in Slack's directory, and copy it from the menu (⋯).
error-passing = Something is not working at the moment. Try again in a few minutes.
error-lasting = That did not work. The people who run this bot can see why in its log.
error-blocked = Clausebell cannot post in a channel that you set up. Missing there: { $names }.
error-blocked-channel = is the channel
error-blocked-kept = Your settings are kept. What is to be told waits, and is posted when nothing is missing any more.
closed-headline = A channel that you set up for Clausebell was deleted: { $name }
closed-kept = What it watched is kept. Nothing is told until another channel is chosen for it.
closed-erased = What it watched is forgotten. To go on elsewhere, set up another channel.
lack-in = still needs
lack-remedy = Whoever manages the channel can give it: Edit Channel › Permissions › Clausebell.
lack-view_channel = View Channel
lack-send_messages = Send Messages
lack-create_posts = Create Posts
lack-send_messages_in_threads = Send Messages in Threads
lack-create_public_threads = Create Public Threads
lack-manage_threads = Manage Threads (the thread is locked)
lack-embed_links = Embed Links (without it, messages come as plain text)
lack-attach_files = Attach Files (for the picture)
lack-tag = a tag: posts of this forum need one, and there is none that everyone may give
lack-messages = a place for messages: choose a text channel, a forum or a thread
lack-invitation = an invitation: type /invite @Clausebell in the channel
lack-archive = a way out of the archive: the channel is archived
lack-leave = permission to post there: ask an admin of the workspace for it
lack-network = admission of its network: the workspace takes apps from certain networks only
lack-scope = a permission of the app: install it again, with all that it asks for
lack-token = a token that Slack accepts: the app has to be installed again
lacks-role = permission to mention @{ $name }: allow anyone to mention this role, in the server's settings
lack-mention = another role to mention: the one that was chosen no longer exists
lack-channel = the channel: it no longer exists
lack-answer = an answer from { -chat }: try again in a few minutes

## Commands: one line of at most 100 characters each, as chats show it

command-policy = What a platform's texts say about AI training and your work, and what changed lately
command-optout = How to opt out of AI training on a platform, or that there is no way to
command-watch = Tell this channel when a platform's fine print changes
command-unwatch = Stop telling this channel about a platform, or about some of its topics
command-list = { CHAT() ->
    [slack] What this channel watches
   *[discord] What the channels here watch
}
command-changes = Latest changes, of one platform or topic or of all
command-find = Look for words in a platform's current texts
command-pause = Pause the messages of a channel, keeping what it watches
command-resume = Resume the messages of a channel
command-test = Post a sample to the channel, mentioning nobody
command-settings = Choose channel, platforms, topics and severity in one place
command-style = How a channel hears of changes: when, whom to mention, threads, pictures, a line of your own
command-privacy = What Clausebell stores of this community, and how to erase it
command-erase = Erase everything that Clausebell stores of this community

option-platform = Name of the platform, or what you remember of it
option-channel = The channel to post in; this one if left out
option-severity = Minimum severity of what is told
option-topics = Topics to be told of, separated by commas; all if left out
option-only = Only these topics, separated by commas; the platform itself if left out
option-role = A role to mention with each message; @everyone for none
option-words = Words to look for
option-days = How many days back
option-topic = One topic
option-news = News reports about the platforms as well as changes, for the whole channel
option-cadence = When its messages come
option-language = The language of its messages
option-threads = A thread for discussion under each message
option-publish = Publish to following channels, in announcement channels
option-picture = A picture of what was reworded
option-text = A line of your own above each message; - for none

## Installing in Slack

slack-installed = Clausebell is installed in { $workspace }.
slack-installed-next = Type /clausebell help in any channel to see what it can do. A channel is told of changes once someone there types /clausebell watch and the name of a platform.
slack-installed-privacy = It reads no messages, except one that someone asks it to explain. What it stores, and how to erase it: /clausebell privacy.
slack-open = Open Clausebell in Slack
slack-open-browser = Open it in the browser
slack-add-workspaces = Choose its workspaces
slack-not-installed = Clausebell was not installed.
slack-not-installed-cancelled = You chose not to install it, and nothing was kept.
slack-not-installed-stale = This link was opened in another browser, used before, or waited for more than ten minutes. Please start again.
slack-not-installed-refused = Slack did not accept the installation. Please start again; if it fails a second time, tell whoever runs this Clausebell.
slack-not-installed-passing = Something is not working at the moment. Please try again in a few minutes.
slack-install-again = Install Clausebell

## The site

site-add = Add to { $chat }
screen-announcement = A message in { $chat }: the clause in the platform's own words, what was reworded marked, from when it holds, what can be done, and buttons for more.
screen-setup = The card in { $chat } on which an admin chooses channel, platforms, topics, severity and when to be told.
screen-home = The app's Home in { $chat }: what each channel watches, the latest changes, and when the documents were last looked at.
site-feed = Feed
site-write = Write to us
site-advice = What you can do
site-read = Last read on { $day }
site-unread = Not read yet
site-missing = There is no page at this address.
site-stored = Tokens of Slack workspaces are stored encrypted; which announcement became which message, for 90 days, under a digest of the channel's ID.
site-visitors = Who visits these pages is not counted. They set no cookies and load nothing from elsewhere; installing in Slack sets one cookie, for ten minutes.
