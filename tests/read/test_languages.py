"""Documents in German, French, Spanish and Japanese: each read with the words of its own language."""

from datetime import UTC, datetime

import pytest

from bot.errors import ConfigurationError
from bot.model.topic import Direction, Topic
from bot.model.version import Clause, words_of
from bot.read.assess import Context, assess
from bot.read.compare import compare
from bot.read.frames import Stance, training
from bot.read.guard import doubt, spoken
from bot.read.marks import marks
from bot.read.topics import Rules
from tests.read.conftest import Version_of

TEXTS = {
    "en": "You may share songs with your friends. We keep your address for as long as you have an account with us, "
    "and we delete it within a month after you have closed that account.",
    "de": "Du kannst Lieder mit deinen Freunden teilen. Wir speichern deine Anschrift, solange du ein Konto bei uns "
    "hast, und löschen sie innerhalb eines Monats, nachdem du dieses Konto geschlossen hast.",
    "fr": "Vous pouvez partager des chansons avec vos amis. Nous conservons votre adresse tant que vous avez un compte "
    "chez nous, et nous la supprimons dans le mois qui suit la fermeture de ce compte.",
    "es": "Puedes compartir canciones con tus amigos. Guardamos tu dirección mientras tengas una cuenta con nosotros, "
    "y la borramos en el plazo de un mes desde que cierras esa cuenta.",
    "ja": "あなたは友だちと曲を共有することができます。私たちは、あなたがアカウントを持っている間、住所を保存します。"
    "アカウントが閉じられたあとは、一か月以内にその住所を削除します。ご不明な点がありましたら、お問い合わせの窓口まで"
    "ご連絡ください。窓口は平日の朝九時から夕方五時まで開いており、三日以内に返事を差し上げます。",
}


@pytest.mark.parametrize("code", TEXTS)
def test_language_is_told_from_the_text(version: Version_of, code: str) -> None:
    """The language of a short document is known from its text."""
    assert spoken(version(TEXTS[code])) == code


@pytest.mark.parametrize("code", [code for code in TEXTS if code != "en"])
def test_a_switch_of_language_is_held(version: Version_of, code: str) -> None:
    """A document that comes in another language than before is held, from English and back."""
    english, other = version(TEXTS["en"]), version(TEXTS[code])
    assert doubt(english, other)
    assert doubt(other, english, language=code)


def test_words_of_a_language_count_in_it_alone(rules: Rules) -> None:
    """A word for one language means nothing in a document in another."""
    assert rules.of("de").lexicon.classes("heranzuziehen") == {"use"}
    assert not rules.lexicon.classes("heranzuziehen")
    assert not rules.of("fr").lexicon.classes("heranzuziehen")


def test_unknown_language_is_read_with_the_words_for_all(rules: Rules) -> None:
    """A language without a file leaves the rules as they are."""
    assert rules.of("fi") is rules


@pytest.mark.parametrize(
    ("code", "before", "after", "same"),
    [
        ("de", "Wenn du Lieder anbietest, zahlen wir.", "Bietest du Lieder an, so zahlen wir.", True),
        ("de", "Wenn du Lieder anbietest, zahlen wir.", "Wenn du Lieder anbietest, zahlen Dritte.", False),
        ("fr", "Si vous partez, nous payons.", "Nous payons lorsque vous partez.", True),
        ("es", "Si te vas, te pagamos.", "Te pagamos cuando te vas.", True),
    ],
)
def test_wordings_that_say_the_same_in_a_language(
    rules: Rules, code: str, before: str, after: str, *, same: bool
) -> None:
    """Order of words, conjunctions alike and verbs that part from their prefix are no difference."""
    plain = rules.of(code).language.plain
    assert (plain(before) == plain(after)) is same


def test_japanese_words_are_told_apart_without_spaces() -> None:
    """A change of one Japanese word marks that word, not its sentence."""
    assert words_of("楽曲をAIモデルの学習に使用") == ["楽曲", "を", "ai", "モデル", "の", "学習", "に", "使用"]
    shown = [(span.text, span.mark) for span in marks("楽曲を保存します。", "楽曲を販売します。")]
    assert ("保存", "removed") in shown
    assert ("販売", "added") in shown


def test_japanese_clauses_pair_by_what_they_share(version: Version_of) -> None:
    """A Japanese clause in which a word changed is reworded, not removed and added."""
    old, new = "当社は楽曲を保存し、本サービスで配信します。", "当社は楽曲を編集し、本サービスで配信します。"
    assert [edit.kind for edit in compare(version(old), version(new))] == ["reworded"]


def test_mistakes_in_a_language_file_are_named() -> None:
    """Each mistake in a language file is reported with its place."""
    words = {
        "classes": {"trane": ["lernen"], "we": ["+trane"]},
        "headings": {"songs": ["lied"]},
        "signs": 0,
        "same": "x",
        "colour": 1,
        "capitals": "x",
    }
    data = {"classes": {"we": ["we"]}, "headings": {"ownership_ip": ["own"]}, "news": {"policy": ["terms"]}}
    with pytest.raises(ConfigurationError) as caught:
        Rules.parse(data, "topics.yaml", {"de": {**words, "grammar": 3}})
    places = {mistake.place for mistake in caught.value.mistakes}
    assert {
        f"de.yaml: {key}"
        for key in ("classes.trane", "classes.we", "headings.songs", "signs", "same", "colour", "grammar", "capitals")
    } <= places


@pytest.mark.parametrize(
    ("text", "trains"),
    [
        ("Un changement de contrôle entraîne un transfert de vos informations au nouveau propriétaire.", False),
        ("L'utilisation de contenus de tiers peut entraîner la suspension de votre compte.", False),
        ("Nous utilisons vos contenus pour entraîner nos modèles.", True),
        ("Vos contenus peuvent entraîner notre intelligence artificielle.", True),
    ],
)
def test_french_verb_that_also_means_to_entail(rules: Rules, text: str, *, trains: bool) -> None:
    """What a French verb entails is no training; what it acts on a model for is."""
    french = rules.of("fr")
    assert (training(french.lexicon.read(text), french) is not None) is trains


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("de", "Nutzerinnen und Nutzer laden Bilder hoch.", "Nutzer:innen laden Bilder hoch."),
        ("fr", "Vous fournissez des informations exactes.", "Vous fournissez des renseignements exacts."),
        ("es", "Avísanos enseguida por correo.", "Avísanos de inmediato por correo."),
        ("ja", "楽曲または作品を保存します。", "楽曲又は作品を保存いたします。"),
        ("de", "Wir trainieren keine KI.", "Wir trainieren keine künstliche Intelligenz (KI)."),
        (
            "de",
            "Ggf. löschen wir Ihr Konto binnen 30 Tagen.",
            "Gegebenenfalls löschen wir Ihr Konto innerhalb von 30 Tagen.",
        ),
        ("fr", "Les auteurs et autrices reçoivent un courriel.", "Les auteurs reçoivent un e-mail."),
        ("fr", "Les utilisateurs partent.", "Les utilisateur·rices partent."),
        (
            "fr",
            "Nous n'utilisons vos vidéos que si vous acceptez.",
            "Nous n'utilisons vos vidéos que lorsque vous acceptez.",
        ),
        ("fr", "Notre responsabilité ne saurait être engagée.", "Notre responsabilité ne peut être engagée."),
        ("es", "Las personas usuarias pueden irse.", "Los usuarios pueden irse."),
        (
            "es",
            "Si la cláusula fuese nula, siempre que resulte posible.",
            "Si la cláusula fuera nula, siempre que sea posible.",
        ),
        (
            "es",
            "No utilizaremos sus obras sin su consentimiento previo.",
            "Sus obras no se utilizarán sin que usted lo haya consentido previamente.",
        ),
        (
            "ja",
            "又、その様な事があれば、直ちにご連絡下さい。",
            "また、そのようなことがあれば、ただちにご連絡ください。",
        ),
        ("ja", "弊社は、承諾なくして提供することはございません。", "当社は、承諾を得ないで提供することはありません。"),
    ],
)
def test_words_of_one_sense_are_no_difference(rules: Rules, code: str, before: str, after: str) -> None:
    """Words of one sense, agreement and the naming of men and women make no difference in a language."""
    plain = rules.of(code).language.plain
    assert plain(before) == plain(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Nous pouvons supprimer votre compte à tout moment.", "Vous pouvez supprimer votre compte à tout moment."),
        ("Nos concedes una licencia sobre tus obras.", "Te concedemos una licencia sobre tus obras."),
        ("会員は当社に作品の利用を許諾します。", "当社は会員に作品の利用を許諾します。"),
    ],
)
def test_who_does_it_is_news_in_every_language(rules: Rules, version: Version_of, before: str, after: str) -> None:
    """Two wordings that differ by who may, or who grants, are no wordings of one sense."""
    standing = {"会": TEXTS["ja"], "N": TEXTS["fr"] if before.startswith("Nous") else TEXTS["es"]}[before[0]]
    old, new = version(standing, before), version(standing, after)
    context = Context("Sonoria", (), "Terms of Service", datetime(2026, 3, 1, tzinfo=UTC))
    assert assess(compare(old, new), old, new, context, rules).verdict == "announce"


@pytest.mark.parametrize(
    ("code", "clause", "topic"),
    [
        ("de", "Sämtliche Rechte an den Inhalten gehören uns.", "ownership_ip"),
        ("de", "Wir sind zur Teilnahme an einem Streitbeilegungsverfahren bereit.", "arbitration_disputes"),
        ("de", "Wir prüfen dein Alter anhand eines Ausweises.", "minors_age"),
        ("de", "Auf diesen Vertrag findet österreichisches Recht Anwendung.", "governing_law"),
        (
            "de",
            "Möchtest du das nicht, kannst du dem Training unserer KI mit deinen Fotos widersprechen.",
            "ai_training",
        ),
        ("fr", "Tout recours collectif est exclu ; les différends vont au médiateur.", "arbitration_disputes"),
        ("fr", "Nous pouvons vérifier votre âge au moyen d'une pièce d'identité.", "minors_age"),
        ("fr", "Les présentes conditions sont régies par le droit français.", "governing_law"),
        ("fr", "Les contrefaçons répétées entraînent la fermeture du compte.", "copyright_dmca"),
        ("fr", "L'entraînement de l'IA avec vos œuvres se désactive dans les paramètres.", "ai_training"),
        ("es", "Los litigios se someten a mediación y no caben demandas colectivas.", "arbitration_disputes"),
        ("es", "Podemos verificar tu edad con un documento de identidad.", "minors_age"),
        ("es", "Este contrato se rige por la ley chilena.", "governing_law"),
        ("es", "No seremos responsables de los daños indirectos que sufras.", "liability_warranty"),
        ("es", "Autorizas el uso de tus obras para desarrollar sistemas de IA.", "ai_training"),
        ("ja", "作品に関する権利は作者に帰属し、当社に移転しません。", "ownership_ip"),
        ("ja", "18歳未満の方は、法定代理人の同意が必要です。", "minors_age"),
        ("ja", "本規約は日本法に準拠します。", "governing_law"),
        ("ja", "著作権侵害を繰り返した会員のアカウントを停止します。", "copyright_dmca"),
        ("ja", "設定画面から、作品をAIの学習に利用しないよう選択できます。", "ai_training"),
    ],
)
def test_what_legal_texts_say_in_a_language(
    rules: Rules, version: Version_of, code: str, clause: str, topic: str
) -> None:
    """A clause as legal texts of that language word it is told under its topic."""
    old, new = version(TEXTS[code]), version(TEXTS[code], clause)
    context = Context("Sonoria", (), "Terms of Service", datetime(2026, 3, 1, tzinfo=UTC))
    assert topic in {finding.topic for finding in assess(compare(old, new), old, new, context, rules).findings}


@pytest.mark.parametrize(
    ("code", "clause"),
    [
        ("de", "Du kannst der Nutzung deiner Fotos für unser KI-Training widersprechen."),
        ("fr", "Si vous ne le souhaitez pas, vous pouvez refuser que vos photos servent à l'entraînement de notre IA."),
        ("es", "Si no lo deseas, puedes desactivar el entrenamiento de nuestra IA con tus fotos."),
        ("ja", "作品のAI学習への利用は、設定からオフにできます。"),
    ],
)
def test_a_way_to_opt_out_is_no_promise(rules: Rules, version: Version_of, code: str, clause: str) -> None:
    """Who does not want it may refuse it: that is a way out, and not that the platform does not do it."""
    old, new = version(TEXTS[code]), version(TEXTS[code], clause)
    context = Context("Sonoria", (), "Terms of Service", datetime(2026, 3, 1, tzinfo=UTC))
    found = assess(compare(old, new), old, new, context, rules).findings
    assert next(f.direction for f in found if f.topic is Topic.AI_TRAINING) is Direction.OPTOUT_ADDED


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        (
            "de",
            "Für das Training benötigen wir Ihre Einwilligung.",
            "Für das Training brauchen wir keine Einwilligung.",
        ),
        ("de", "Wir können das Konto binnen 30 Tagen löschen.", "Wir können das Konto innerhalb von 14 Tagen löschen."),
        ("fr", "Nous pouvons supprimer les comptes.", "Nous devons supprimer les comptes."),
        ("fr", "Les utilisateurs peuvent partir.", "Les auteurs peuvent partir."),
        ("es", "No utilizaremos sus obras sin su consentimiento.", "Utilizaremos sus obras sin su consentimiento."),
        ("es", "Los usuarios pueden retirar sus obras.", "Los socios pueden retirar sus obras."),
        ("ja", "楽曲および歌詞を利用します。", "楽曲または歌詞を利用します。"),
        ("ja", "同意なく情報を提供しません。", "同意なく情報を提供します。"),
    ],
)
def test_words_of_another_sense_are_a_difference(rules: Rules, code: str, before: str, after: str) -> None:
    """Who, whether, how long and which: words on which a right hangs are never taken for those of one sense."""
    plain = rules.of(code).language.plain
    assert plain(before) != plain(after)


def told(rules: Rules, version: Version_of, code: str, before: str, after: str) -> bool:
    """Whether a sentence put otherwise is announced."""
    old, new = version(TEXTS[code], before), version(TEXTS[code], after)
    context = Context("Sonoria", (), "Terms of Service", datetime(2026, 3, 1, tzinfo=UTC))
    return assess(compare(old, new), old, new, context, rules).verdict == "announce"


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        (
            "de",
            "Die Notenpfad GmbH trainiert keine KI mit Noten.",
            "Die Notenpfad Europe SE trainiert keine KI mit Noten.",
        ),
        (
            "fr",
            "Galeriane SARL, 12 rue du Port, 69001 Lyon, doit conserver vos données pendant un an.",
            "Galeriane France SAS, 4 allée des Pins, 69002 Lyon, doit conserver vos données pendant un an.",
        ),
        (
            "es",
            "Barro Digital, S.L., calle del Molino 27, 46003 Valencia, debe conservar sus datos.",
            "Barro Digital Iberia, S.A.U., avenida del Puerto 310, planta 2, 46024 Valencia, debe conservar sus datos.",
        ),
    ],
)
def test_company_with_another_legal_form_is_the_same(
    rules: Rules, version: Version_of, code: str, before: str, after: str
) -> None:
    """A company that changes its legal form and part of its name is the same company."""
    assert not told(rules, version, code, before, after)


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("de", "Die Notenpfad GmbH trainiert keine KI.", "Die Notenpfad Europe SE trainiert eine KI."),
        (
            "fr",
            "Galeriane SARL vend vos œuvres avec votre accord.",
            "Galeriane France SAS vend vos œuvres sans votre accord.",
        ),
        (
            "es",
            "Barro Digital, S.L., no entrena IA con sus obras.",
            "Barro Digital Iberia, S.A.U., entrena IA con sus obras.",
        ),
    ],
)
def test_company_renamed_beside_another_change_is_news(
    rules: Rules, version: Version_of, code: str, before: str, after: str
) -> None:
    """What else changes in the sentence that names the company is told."""
    assert told(rules, version, code, before, after)


def test_german_nouns_are_no_names(rules: Rules, version: Version_of) -> None:
    """German writes every noun with a capital: one in place of another is no rename."""
    assert told(rules, version, "de", "Der Nutzer haftet für Schäden.", "Der Anbieter haftet für Schäden.")


def test_japanese_ending_that_denies_is_news(rules: Rules, version: Version_of) -> None:
    """In Japanese an ending turns the sentence round, however few signs it has."""
    assert told(rules, version, "ja", "お客様の同意なく情報を提供しません。", "お客様の同意なく情報を提供します。")


def test_sentences_of_one_sense_make_one_step(rules: Rules, version: Version_of) -> None:
    """Sentences that share few words but say the same in their language are read as one put otherwise."""
    before = "Sus obras son suyas. Usted podrá revocar dicho consentimiento cuando lo desee."
    after = "Sus obras son suyas. Podrá revocar el consentimiento en cualquier momento."
    assert not told(rules, version, "es", before, after)


def stance(rules: Rules, code: str, text: str) -> Stance | None:
    """What a sentence by itself says of training."""
    spoken = rules.of(code)
    frame = training(spoken.lexicon.read(text), spoken)
    return frame.stance if frame else None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Wir verwenden Ihre Texte zum Training unserer KI-Modelle, geben sie aber nicht an Dritte weiter."),
        ("de", "Wir trainieren unsere Modelle mit Ihren Bildern und verkaufen sie nicht."),
        ("de", "Ihre Inhalte verwenden wir nicht zur Werbung, sondern zum Training von KI."),
        ("fr", "Nous utilisons vos textes pour entraîner nos modèles et ne les vendons pas."),
        ("fr", "Nous n'utilisons pas vos textes à des fins publicitaires, mais pour entraîner nos modèles de langage."),
        ("fr", "Nous cessons de conserver vos données et utilisons vos textes pour entraîner nos modèles."),
        ("es", "Usamos sus textos para entrenar nuestros modelos, pero no los vendemos."),
        ("es", "No usamos sus textos con fines publicitarios, sino para entrenar modelos de IA."),
        ("ja", "当社は、作品をAIの学習に利用し、第三者には提供しません。"),
        ("ja", "当社は、個人を特定できないよう加工し、投稿をAIモデルの学習に利用します。"),
    ],
)
def test_denial_of_something_else_leaves_training_allowed(rules: Rules, code: str, text: str) -> None:
    """A negation belongs to its own verb: the other clause of the sentence still permits training."""
    assert stance(rules, code, text) is Stance.ALLOWS


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Bilder, die Sie nicht löschen, verwenden wir zum Training unserer KI."),
        ("de", "Fotos, die Sie in Alben einstellen, verwenden wir zum Training unserer KI."),
        ("fr", "Les contenus que vous ne supprimez pas sont utilisés pour entraîner nos modèles d'IA."),
        ("es", "Las obras que usted no retire se usarán para entrenar nuestros modelos de IA."),
    ],
)
def test_what_people_do_in_an_aside_does_not_turn_training(rules: Rules, code: str, text: str) -> None:
    """An aside says which works are meant; neither its negation nor its subject is that of the sentence."""
    assert stance(rules, code, text) is Stance.ALLOWS


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Ihre Texte werden nicht nur angezeigt, sondern auch zum Training unserer Sprachmodelle verwendet."),
        ("fr", "Vos textes ne sont utilisés que pour entraîner nos modèles d'IA."),
        ("fr", "Vos textes servent non seulement à l'affichage mais aussi à l'entraînement de nos modèles."),
        ("es", "Sus textos no solo se muestran, sino que también se usan para entrenar nuestros modelos."),
        ("ja", "作品を表示するだけでなく、AIの学習にも利用します。"),
    ],
)
def test_not_only_is_no_denial(rules: Rules, code: str, text: str) -> None:
    """What is done "not only", or "for nothing but" one thing, is done."""
    assert stance(rules, code, text) is Stance.ALLOWS


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Wir haben uns entschieden, das Training mit Ihren Inhalten zu beenden."),
        ("de", "Wir haben das Training unserer Modelle mit Ihren Texten eingestellt."),
        ("de", "Mit Ihren Entwürfen trainieren wir keine KI."),
        ("fr", "Nous avons cessé d'entraîner nos modèles avec vos photos."),
        ("fr", "Les brouillons sont exclus de l'entraînement de nos modèles."),
        ("fr", "Notre IA est entraînée exclusivement sur des données sous licence, et non sur vos contenus."),
        ("es", "Nuestra IA se entrena exclusivamente con datos con licencia y no con sus contenidos."),
        ("es", "Hemos dejado de entrenar nuestro generador con sus ilustraciones."),
        ("es", "Los mensajes privados quedan excluidos del entrenamiento de nuestros modelos."),
        ("ja", "文章がモデルの訓練に供されることはなく、当社がモデルの開発に用いることもありません。"),
        ("ja", "登録内容は、AIの学習に使わず、外部にも送りません。"),
    ],
)
def test_verbs_and_endings_deny_training(rules: Rules, code: str, text: str) -> None:
    """Training ends by a verb of ending or exclusion, and by a negation wherever the language puts it."""
    assert stance(rules, code, text) is Stance.DENIES


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Wir verwenden Ihre Werke zum Training von KI, sofern Sie nicht widersprechen."),
        ("fr", "Sauf opposition de votre part, nous utilisons vos œuvres pour entraîner nos modèles."),
        ("es", "Salvo que usted se oponga, usaremos sus obras para entrenar modelos de IA."),
        ("ja", "お客様が拒否しない限り、当社は投稿をAIの学習に利用します。"),
    ],
)
def test_training_unless_refused_is_a_permission(rules: Rules, code: str, text: str) -> None:
    """An objection that is named as what ends a permission leaves it a permission."""
    assert stance(rules, code, text) is Stance.ALLOWS


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Der Nutzung Ihrer Werke zum Training von KI können Sie nicht mehr widersprechen."),
        ("fr", "Vous ne pouvez plus vous opposer à l'utilisation de vos œuvres pour l'entraînement de nos modèles."),
        ("es", "Ya no podrá oponerse al uso de sus obras para entrenar modelos de IA."),
        ("ja", "作品のAI学習への利用を拒否することはできなくなります。"),
    ],
)
def test_choice_that_has_ended_is_none(rules: Rules, code: str, text: str) -> None:
    """Who can object no longer has no choice left."""
    assert stance(rules, code, text) is Stance.ALLOWS


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Nutzer dürfen unsere Inhalte nicht zum Training von KI-Modellen verwenden."),
        ("fr", "L'utilisation de nos contenus pour entraîner une IA est interdite."),
        ("es", "Queda prohibida la utilización de nuestros contenidos para entrenar una inteligencia artificial."),
        ("ja", "ユーザーは、当社のコンテンツをAIの学習に利用してはなりません。"),
    ],
)
def test_bans_on_others_are_no_promise(rules: Rules, code: str, text: str) -> None:
    """What users may not do with the platform's content is conduct."""
    assert stance(rules, code, text) is Stance.BANS_OTHERS


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Bei unserem Training für Künstler lernen Sie, wie Sie Ihre Musik bewerben."),
        ("de", "Unsere Mitarbeiter werden im Umgang mit KI geschult."),
        ("de", "Wir setzen KI ein, um Ihnen passende Musik vorzuschlagen."),
        ("fr", "Un défaut de paiement entraîne la fermeture du compte et la suppression des contenus."),
        ("fr", "Nos prestataires qui utilisent l'IA reçoivent vos données de paiement."),
        ("fr", "Nos équipes suivent une formation sur l'intelligence artificielle."),
        ("es", "Los entrenadores pueden subir planes de entrenamiento para sus clientes."),
        ("es", "Facilitamos sus datos de pago a empresas que usan inteligencia artificial para detectar fraudes."),
        ("ja", "学習塾の講師は、作品を教材として利用できます。"),
        ("ja", "学習履歴は端末に保存され、機種変更の際に引き継ぐことができます。"),
    ],
)
def test_training_of_people_and_use_of_machines_are_none(rules: Rules, code: str, text: str) -> None:
    """Pupils, athletes and staff are trained, and machines are used, without any model being made of works."""
    assert stance(rules, code, text) is None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Wir verwenden Ihre Daten, um unsere KI-Modelle zu verbessern."),
        ("de", "Wir übermitteln Ihre Beiträge an Unternehmen, die Sprachmodelle entwickeln."),
        ("fr", "Nous pouvons concéder l'accès à vos textes à des tiers qui développent des modèles de langage."),
        ("es", "Podremos facilitar las publicaciones de los usuarios a empresas que desarrollan modelos de lenguaje."),
        ("ja", "当社は、投稿を、AIモデルを開発する企業に提供します。"),
    ],
)
def test_models_made_better_or_fed_by_others(rules: Rules, code: str, text: str) -> None:
    """A verb that ends its clause makes models too, and so do those who are given works for it."""
    assert stance(rules, code, text) is Stance.ALLOWS


@pytest.mark.parametrize(
    ("code", "rule", "exception"),
    [
        ("de", "Zum Training unserer Modelle nutzen wir Ihre Texte.", "Hiervon ausgenommen sind Entwürfe."),
        ("fr", "Vos textes servent à l'entraînement de nos modèles.", "Les brouillons ne sont pas concernés."),
        ("es", "Usamos sus textos para entrenar nuestros modelos.", "Quedan excluidos los borradores."),
        ("ja", "当社は、作品をAIモデルの学習に利用します。", "ただし、下書きは対象外とします。"),
    ],
)
def test_exception_struck_from_a_rule_on_training(
    rules: Rules, version: Version_of, code: str, rule: str, exception: str
) -> None:
    """A sentence that left works out of the training before it made it smaller: without it, more is trained on."""
    old = version(TEXTS[code], f"{rule} {exception}" if code != "ja" else rule + exception)
    new = version(TEXTS[code], rule)
    context = Context("Sonoria", (), "Terms of Service", datetime(2026, 3, 1, tzinfo=UTC))
    found = assess(compare(old, new), old, new, context, rules).findings
    assert [f.direction for f in found if f.topic is Topic.AI_TRAINING] == [Direction.EXPANDED]


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        (
            "fr",
            "Si vous activez l'option, vos textes servent à l'entraînement de notre IA.",
            "Sauf si vous désactivez l'option, vos textes servent à l'entraînement de notre IA.",
        ),
        (
            "es",
            "Solo emplearemos sus obras para entrenar nuestra IA si usted nos lo autoriza.",
            "Emplearemos sus obras para entrenar nuestra IA, salvo que usted se oponga.",
        ),
        (
            "ja",
            "設定をオンにした場合、当社は作品をAIの学習に利用します。",
            "設定をオフにしない限り、当社は作品をAIの学習に利用します。",
        ),
    ],
)
def test_consent_that_becomes_an_objection(
    rules: Rules, version: Version_of, code: str, before: str, after: str
) -> None:
    """Where training needed a yes and now goes on without a no, more is trained on."""
    old, new = version(TEXTS[code], before), version(TEXTS[code], after)
    context = Context("Sonoria", (), "Terms of Service", datetime(2026, 3, 1, tzinfo=UTC))
    found = assess(compare(old, new), old, new, context, rules).findings
    assert Direction.EXPANDED in [f.direction for f in found if f.topic is Topic.AI_TRAINING]


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("de", "Wir sperren Ihr Konto nach zwölf Monaten.", "Wir sperren Ihr Konto nach zwei Monaten."),
        ("fr", "Nous suspendons votre compte après douze mois.", "Nous suspendons votre compte après deux mois."),
        ("es", "Podremos cancelar su cuenta tras doce meses.", "Podremos cancelar su cuenta tras dos meses."),
    ],
)
def test_number_in_words_that_moves_weighs(
    rules: Rules, version: Version_of, code: str, before: str, after: str
) -> None:
    """A figure that moves weighs the same in words as in digits."""
    old, new = version(TEXTS[code], before), version(TEXTS[code], after)
    context = Context("Sonoria", (), "Terms of Service", datetime(2026, 3, 1, tzinfo=UTC))
    assert assess(compare(old, new), old, new, context, rules).severity == "major"


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        (
            "de",
            "Wir trainieren unsere KI mit Ihren Texten, sofern Sie nicht widersprechen.",
            "Wir trainieren unsere KI mit Ihren Texten, auch wenn Sie widersprechen.",
        ),
        (
            "fr",
            "Nous entraînons nos modèles avec vos textes, sauf si vous vous y opposez.",
            "Nous entraînons nos modèles avec vos textes, même si vous vous y opposez.",
        ),
        (
            "es",
            "Entrenamos nuestros modelos con sus textos, salvo que usted se oponga.",
            "Entrenamos nuestros modelos con sus textos, aunque usted se oponga.",
        ),
        (
            "ja",
            "お客様が拒否しない限り、当社は、作品をAIの学習に利用します。",
            "お客様が拒否した場合でも、当社は、作品をAIの学習に利用します。",
        ),
    ],
)
def test_objection_that_is_overridden(rules: Rules, version: Version_of, code: str, before: str, after: str) -> None:
    """What goes on even if people object has taken their objection away."""
    old, new = version(TEXTS[code], before), version(TEXTS[code], after)
    context = Context("Sonoria", (), "Terms of Service", datetime(2026, 3, 1, tzinfo=UTC))
    found = assess(compare(old, new), old, new, context, rules).findings
    assert Direction.OPTOUT_REMOVED in [f.direction for f in found if f.topic is Topic.AI_TRAINING]


def test_what_is_excepted_makes_less(rules: Rules, version: Version_of) -> None:
    """Models named in an exception are models fewer, whatever they are."""
    before = "Vos œuvres servent à l'entraînement de nos outils de recommandation et de composition."
    excepted = "outils de recommandation, à l'exclusion de tout système destiné à générer de la musique."
    after = before.replace("outils de recommandation et de composition.", excepted)
    old, new = version(TEXTS["fr"], before), version(TEXTS["fr"], after)
    context = Context("Sonoria", (), "Terms of Service", datetime(2026, 3, 1, tzinfo=UTC))
    found = assess(compare(old, new), old, new, context, rules).findings
    assert [f.direction for f in found if f.topic is Topic.AI_TRAINING] == [Direction.RESTRICTED]


@pytest.mark.parametrize(
    ("code", "row"),
    [
        ("de", "Wir verwenden deine Inhalte zum Training von KI-Modellen | Nein"),
        ("fr", "Nous utilisons vos contenus pour entraîner des modèles d'IA | Non"),
        ("es", "Usamos tus obras para entrenar modelos de IA | No"),
        ("ja", "作品をAIモデルの学習に利用します | いいえ"),
    ],
)
def test_a_cell_that_says_no_makes_a_row_a_promise(rules: Rules, version: Version_of, code: str, row: str) -> None:
    """A row of a table on training is turned round by its cells in each language."""
    old, new = version(TEXTS[code]), version(TEXTS[code], Clause(row, kind="row"))
    context = Context("Sonoria", (), "Terms of Service", datetime(2026, 3, 1, tzinfo=UTC))
    found = assess(compare(old, new), old, new, context, rules)
    assert [f.direction for f in found.findings if f.topic is Topic.AI_TRAINING] == [Direction.CLARIFIED_NOT_USED]


@pytest.mark.parametrize(
    ("code", "question", "before", "after", "direction"),
    [
        ("de", "Nutzt ihr meine Songs, um KI zu trainieren?", "Nein, nie.", "Ja.", "introduced"),
        ("fr", "Utilisez-vous mes morceaux pour entraîner une IA ?", "Non.", "Oui.", "introduced"),
        ("es", "¿Se usan mis canciones para entrenar modelos de IA?", "No.", "Sí.", "introduced"),
        ("ja", "アップロードした楽曲はAIの学習に使われますか？", "いいえ。", "はい。", "introduced"),
        ("de", "Kann ich ablehnen, dass meine Songs zum Training von KI dienen?", "Nein.", "Ja.", "optout_added"),
        ("fr", "Puis-je refuser que mes morceaux servent à entraîner une IA ?", "Non.", "Oui.", "optout_added"),
        ("es", "¿Puedo negarme a que se usen mis canciones para entrenar una IA?", "No.", "Sí.", "optout_added"),
        ("ja", "楽曲がAIの学習に使われることを拒否できますか？", "いいえ。", "はい。", "optout_added"),
    ],
)
def test_an_answer_says_what_its_question_asks(
    rules: Rules, version: Version_of, code: str, question: str, before: str, after: str, direction: str
) -> None:
    """The answer to a question of members turns training on, or the choice that they ask for, in each language."""
    asked = Clause(question, kind="heading")
    old, new = (version(TEXTS[code], asked, Clause(answer, path=(question,))) for answer in (before, after))
    context = Context("Sonoria", (), "Terms of Service", datetime(2026, 3, 1, tzinfo=UTC))
    found = assess(compare(old, new), old, new, context, rules)
    assert {f.direction for f in found.findings if f.topic is Topic.AI_TRAINING} == {Direction(direction)}
