"""English wordings that say the same."""

from collections import defaultdict
from collections.abc import Mapping

# Wordings that say the same; the first of each row stands for all. Rows of one give words that say nothing.
_SAME = (
    ("such as", "like", "for example", "for instance", "e g", "ex"),
    ("any time", "at any time", "at all times", "anytime", "at any moment", "whenever you like", "whenever you want",
     "when you like"),
    ("receive", "receives", "received", "receiving", "get", "gets", "got", "gotten", "getting", "obtain", "obtains",
     "obtained"),
    ("you are responsible for", "it is your responsibility to", "you have the responsibility to"),
    ("must", "need to", "needs to", "have to", "has to", "have got to", "got to", "are required to", "is required to",
     "are obliged to"),
    ("can", "are able to", "is able to", "be able to"),
    ("may", "are permitted to", "is permitted to", "are allowed to", "is allowed to", "are entitled to"),
    ("if", "in the event that", "in the event of", "in case", "should you", "where"),
    ("about", "regarding", "concerning", "with respect to", "with regard to", "relating to", "related to"),
    ("under", "pursuant to", "in accordance with", "according to", "in line with"),
    ("before", "prior to", "in advance of", "beforehand", "in advance"),
    ("after", "subsequent to"),
    ("begin", "begins", "commence", "commences", "start", "starts"),
    ("tell", "inform", "notify", "informs", "notifies", "let you know"),
    ("automated", "automatic"),
    ("also", "in addition", "additionally", "furthermore", "moreover", "as well"),
    ("but", "however", "nevertheless", "although"),
    ("or", "nor"),
    ("not", "neither", "no"),
    ("we", "us"),
    ("they", "he or she", "she or he", "he", "she"),
    ("their", "his or her", "her or his", "his", "her"),
    ("themselves", "himself or herself", "himself", "herself"),
    ("end", "ends", "cease", "ceases"),
    ("use", "uses", "used", "utilize", "employ", "make use of"),
    ("give", "provide", "supply"),
    ("send", "transmit", "submit"),
    ("ask", "request"),
    ("want", "wish", "would like", "choose", "like to"),
    ("change", "modify", "alter", "amend"),
    ("try", "attempt", "endeavor"),
    ("fix", "correct", "rectify"),
    ("see", "check out", "have a look at", "take a look at", "look at", "view", "visit"),
    ("enough", "sufficient", "adequate"),
    ("more", "additional", "further", "extra"),
    ("people", "persons", "individuals"),
    ("person", "individual"),
    ("child", "kid"),
    ("a child", "a minor"),
    ("children", "kids"),
    ("app", "application"),
    ("now", "currently", "at present", "presently"),
    ("later", "subsequently"),
    ("often", "frequently"),
    ("so", "therefore", "accordingly", "consequently", "thus", "hence", "as a result"),
    ("and", "as well as", "together with", "along with"),
    ("promptly", "without undue delay", "without delay", "right away", "straight away", "immediately"),
    ("these terms", "this agreement", "the agreement", "the terms"),
    ("answer", "reply", "respond", "answers", "replies", "responds", "reply to", "respond to"),
    ("full", "whole", "entire", "in full"),
    ("break", "violate", "breach", "breaks", "violates", "breaches"),
    ("each", "every"),
    ("until", "till"),
    ("while", "whilst"),
    ("among", "amongst"),
    ("website", "web site", "site"),
    ("turn off", "switch off", "toggle off"),
    ("turn on", "switch on", "toggle on"),
    ("log in", "login", "log on", "sign in"),
    ("phone", "telephone"),
    ("delivery", "shipping"),
    ("ad", "advert", "advertisement"),
    ("ads", "adverts", "advertisements"),
    ("film", "movie"),
    ("keep in mind", "bear in mind", "keeping in mind", "bearing in mind"),
    ("make sure", "be sure", "ensure"),
    ("learn", "find out"),
    ("you may", "you can", "you are able to", "you are permitted to", "you are allowed to"),
    ("contact", "reach", "get in touch with"),
    ("postcode", "zip code", "postal code"),
    ("email", "e mail", "electronic mail"),
    ("by", "by means of", "through", "via"),
    ("by mail", "by post"),
    ("mail or email", "post or email", "mail or e mail", "post or e mail"),
    ("because", "since", "due to", "owing to"),
    ("anyone", "anybody", "any person"),
    ("somebody", "someone"),
    ("others", "anyone else", "anybody else", "someone else", "somebody else", "other people"),
    ("no one", "nobody"),
    ("ai", "artificial intelligence", "a i"),
    ("ml", "machine learning"),
    ("percent", "per cent", "%"),
    ("trademark", "trade mark"),
    ("", "hereby", "herein", "thereof", "properly", "please", "simply", "etc", "duly", "respectively", "foregoing"),
    ("", "inc", "incorporated", "llc", "l l c", "ltd", "limited liability company", "pbc", "public benefit corporation",
     "corp", "corporation", "gmbh", "plc", "co", "s a", "b v", "ag", "pty"),
)  # fmt: skip
# Verbs that say the same, in all their forms.
_SAME_VERBS = (
    ("keep", "retain", "maintain", "hold"),
    ("stay", "remain"),
    ("let", "allow", "permit"),
    ("delete", "erase"),
    ("stop", "discontinue"),
    ("show", "display", "present"),
    ("buy", "purchase"),
    ("help", "assist"),
    ("happen", "occur"),
)
# Verbs whose past is another word, with it; regular endings are left to `normal.stem`.
_PAST = {
    "become": "became", "begin": "began begun", "break": "broke broken", "bring": "brought", "build": "built",
    "buy": "bought", "choose": "chose chosen", "come": "came", "deal": "dealt", "draw": "drew drawn",
    "fall": "fell fallen", "feed": "fed", "forbid": "forbade forbidden", "give": "gave given", "go": "went gone",
    "grow": "grew grown", "hear": "heard", "hide": "hid hidden", "hold": "held", "keep": "kept", "know": "knew known",
    "lead": "led", "lend": "lent", "let": "", "lose": "lost", "make": "made", "mean": "meant", "meet": "met",
    "override": "overrode overridden", "pay": "paid", "run": "ran", "say": "said", "seek": "sought", "sell": "sold",
    "send": "sent", "show": "showed shown", "speak": "spoke spoken", "spend": "spent", "steal": "stole stolen",
    "take": "took taken", "teach": "taught", "tell": "told", "think": "thought", "understand": "understood",
    "undertake": "undertook undertaken", "win": "won", "withdraw": "withdrew withdrawn", "write": "wrote written",
}  # fmt: skip


def _forms(verb: str) -> tuple[str, ...]:
    """A verb in its forms: "stop", "stops", "stopping", "stopped"."""
    root = verb.removesuffix("e")
    doubled = root + root[-1] if verb in {"stop", "permit", "let"} else root
    past = _PAST.get(verb, f"{doubled}ed")
    return verb, f"{verb}s", f"{doubled}ing", *past.split()


_STANDS_FOR = {say: row[0] for row in _SAME for say in row}
_STANDS_FOR |= {form: verbs[0] for verbs in _SAME_VERBS for verb in verbs for form in _forms(verb)}
_STANDS_FOR |= {past: _STANDS_FOR.get(verb, verb) for verb, forms in _PAST.items() for past in forms.split()}
_Says = list[tuple[list[str], list[str]]]  # wordings after their first word, each with the one that stands for it


def _by_first_word() -> Mapping[str, _Says]:
    """The wordings by their first words, the longest first."""
    found: defaultdict[str, _Says] = defaultdict(list)
    for say in sorted(filter(None, _STANDS_FOR), key=len, reverse=True):
        first, *further = say.split()
        found[first].append((further, _STANDS_FOR[say].split()))
    return dict(found)


_SAYS = _by_first_word()


def one_wording(words: list[str]) -> tuple[str, ...]:
    """Plain words, with one wording for those that say the same."""
    out: list[str] = []
    behind = 0  # words that are taken over or stand for others
    for at in [n for n, word in enumerate(words) if word in _SAYS]:
        if at < behind:
            continue
        for further, stands_for in _SAYS[words[at]]:
            if not further or words[at + 1 : at + 1 + len(further)] == further:
                out += words[behind:at] + stands_for
                behind = at + 1 + len(further)
                break
    return (*out, *words[behind:])
