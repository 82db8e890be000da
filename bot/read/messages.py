"""What pages say in place of their document: that somebody is to prove, log in or consent, or that there is no page."""

import re
from collections.abc import Iterable

from bot.model.version import Version, fold, words_of

_LONGEST = 20_000  # characters up to which a page may be a message; lists of partners are long
_SHORT = 2400  # characters up to which two phrases make a page one
_BRIEF = 1500  # characters up to which one does, in the title or the first clauses
_FIRST = 6
_MANY = 3  # phrases that make a long page one
_SENTENCES = 4  # one in so many must say so where the page names itself a document
_LITTLE_ELSE = 0.4  # share of a sentence that is the phrase
_NAME = 80  # characters of a line that names the page

# Phrases that no policy needs in its title or its first lines, by what the page wants. In the languages in which
# documents are compared; pages that guard others say these things in the reader's.
_PHRASES = {
    "challenge": """just a moment|checking your browser|verify you are human|verify that you are human
verifying you are human|verify you're human|checking if the site connection is secure|security of your connection
are you a robot|not a robot|not a bot|you were a bot|attention required|enable javascript and cookies to continue
please enable cookies|ddos protection by|security check|unusual traffic|captcha|pardon our interruption
access to this page has been denied|you have been blocked
temporarily blocked|protect itself from online attacks|request unsuccessful|ray id
nur einen moment|dass sie ein mensch sind|sicherheit ihrer verbindung|ungewöhnlicher datenverkehr|kein roboter
un instant|vous êtes humain|êtes pas un robot|sécurité de votre connexion|vérification de sécurité
un momento|es un ser humano|eres humano|no soy un robot|seguridad de su conexión|comprobación de seguridad
しばらくお待ちください|人間であることを確認|接続のセキュリティを確認|ロボットではありません""",
    "error": """page not found|page isn't available|page is not available|page is unavailable|page doesn't exist
page does not exist|page cannot be found|page can't be found|page could not be found|page you requested
page you are looking for|page you're looking for|page has been removed|page may have been moved|find that page
can't find the page|couldn't find the page|cannot find the page|page not available
something went wrong|an error occurred|an error has occurred|unexpected error|internal server error|bad gateway
service unavailable|gateway timeout|temporarily unavailable|access denied|error 404|404 error|404 not found
403 forbidden|429 too many requests|too many requests|try reloading the page|try again later|refresh the page
having trouble|javascript is disabled|enable javascript|requires javascript|browser is not supported
not available in your country|not available in your region|this domain is for sale|domain may be for sale
seite nicht gefunden|gesuchte seite|seite existiert|momentan nicht verfügbar|derzeit nicht verfügbar
ein fehler ist aufgetreten|etwas ist schiefgelaufen
page introuvable|page demandée|page n'existe
actuellement indisponible|une erreur est survenue|une erreur s'est produite
página no encontrada|página solicitada|página que buscas
página no está disponible|no se ha encontrado la página|se ha producido un error
ページが見つかりません|ページは存在しません|エラーが発生しました|お探しのページ""",
    "maintenance": """under maintenance|scheduled maintenance|down for maintenance|scheduled downtime|be back soon
be right back|will return shortly|wartungsarbeiten|gleich wieder da|maintenance en cours|de retour bientôt
en mantenimiento|volvemos pronto|メンテナンス中""",
    "login": """log in to continue|sign in to continue|log in to your account|sign in to your account|you must log in
you must be logged in|please log in|please sign in|forgot password|forgotten password|forgot your password
create new account|create an account|new here sign up|don't have an account|sign up for free
melde dich an|melden sie sich an|passwort vergessen|noch kein konto|connectez vous|mot de passe oublié
pas encore de compte|inicia sesión|olvidaste tu contraseña|olvidó su contraseña|no tienes cuenta
ログインしてください|パスワードをお忘れ|アカウントをお持ちでない""",
    "consent": """before you continue|value your privacy|accept all cookies|allow all cookies|reject all cookies
accept cookies|allow essential and optional cookies
decline optional cookies|accept all|reject all|manage consent|cookie preferences
store and or access information on a device|access information on a device|list of partners|confirm your age
you must be at least 18 years old to see|are you over 18|bevor sie fortfahren|alle akzeptieren|alle ablehnen
avant de continuer|tout accepter|tout refuser|antes de continuar|aceptar todo|rechazar todo
続行する前に|すべて同意|すべて拒否""",
}
_KEYS = {
    kind: tuple(" ".join(words_of(phrase)) for phrase in re.split(r"[|\n]", phrases))
    for kind, phrases in _PHRASES.items()
}
_DOCUMENT = re.compile(
    r"\b(?:terms|conditions|agreement|polic(?:y|ies)|notice|guidelines|rules|licen[cs]e|imprint|statement|"
    r"nutzungsbedingungen|agb|datenschutz\w*|richtlinien?|conditions|politique|confidentialité|règles|mentions|"
    r"términos|condiciones|política|privacidad|normas|aviso)\b|規約|ポリシー|ガイドライン|プライバシー",
    re.IGNORECASE,
)
_PERHAPS = frozenset(
    ["may", "might", "if", "when", "kann", "können", "wenn", "peut", "peuvent", "si", "puede", "pueden"]
)
_SENTENCE = re.compile(r"[.!?。！？\n]+")


def message(version: Version) -> str | None:
    """Which kind of message a page is, in two words; None where it may be the document.

    A page that names itself a document is one nonetheless where a good part of its sentences are such a message.
    """
    text = version.text
    if len(text) > _LONGEST:
        return None
    said = _plain(text)
    first = _plain("\n".join([version.title, *(clause.text for clause in version.clauses[:_FIRST])]))
    named = _names_document(version)
    for kind, keys in _KEYS.items():
        found = sum(key in said for key in keys)
        brief = len(said) < _BRIEF and any(key in first for key in keys)
        enough = brief or found > 1 if len(text) < _SHORT else found >= _MANY
        if enough and (not named or _mostly(text, keys)):
            return f"{kind} page"
    return None


def tells_error(lines: Iterable[str]) -> bool:
    """Whether one of these lines says that something could not be shown, and little else."""
    return any(_is_error(_plain(part)) for line in lines for part in _SENTENCE.split(line))


def _is_error(said: str) -> bool:
    """Whether a sentence tells of an error now, and not of one that may come."""
    for key in _KEYS["error"]:
        before, found, _ = said.partition(key)
        if found and len(key) >= _LITTLE_ELSE * len(said) and _PERHAPS.isdisjoint(before.split()):
            return True
    return False


def _plain(text: str) -> str:
    return " ".join(words_of(text))


def _names_document(version: Version) -> bool:
    lines = [version.title, *(clause.text for clause in version.clauses[:_FIRST])]
    return any(_DOCUMENT.search(fold(line)) for line in lines if len(line) < _NAME)


def _mostly(text: str, keys: Iterable[str]) -> bool:
    """Whether one sentence in four, or more, says what such pages say."""
    sentences = [said for part in _SENTENCE.split(text) if (said := _plain(part))]
    return _SENTENCES * sum(any(key in said for key in keys) for said in sentences) >= len(sentences)
