"""The words by which themes are known. See themes.py for how they are read.

Phrases are regular expressions of whole words, in lower case; "*" behind a letter stands for the rest of the
word. UNLESS holds what takes a theme back: it is cut out of a comment before the theme is looked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PHRASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "cannot-find": (
            "(can't|cannot|can not|couldn't|could not|unable to|didn't|did not|don't know where to"
            "|hard to|difficult to"
            "|impossible to|tried to|trying to|struggl* to|not able to|still not|never) (find|locate|get to)",
            "where (is|are|do i|can i|on earth|would i)",
            "no (sign|mention|link) (of|to)",
            "nowhere (to|on|does)",
            "not obvious where",
            "search (does not|doesn't|did not|didn't|found nothing|gives|is useless|never)",
            "looking for",
            "going (round|around) in circles",
            "buried",
            "hidden (away|at|in|on|under|behind)",
            "took (me )?(ages|forever|a long time|too long)",
            "(click|clicked)* (about|around|round)",
        ),
        "hard-to-understand": (
            "(can't|cannot|can not|couldn't|could not|don't|do not|didn't|did not|hard to|difficult"
            " to|impossible to) "
            "(really )?(understand|follow|makes? (any )?sense|work (it |this |that )?out|read this)",
            "confus*",
            "unclear",
            "not (very |at all |really )?clear",
            "(isn't|wasn't) (very |at all )?clear",
            "no sense",
            "jargon",
            "plain english",
            "gobbledygook",
            "gibberish",
            "ambiguous",
            "contradict*",
            "too (complicated|complex|wordy|technical)",
            "complicated",
            "don't know what",
            "long[ -]winded",
            "over my head",
            "(long|big|difficult) words",
            "clear as mud",
            "what does( \\w+){1,4} mean",
            "what (is|are) an? \\w+",
            "what (is|are) (?!(this|that|it|the)\\b)\\w+( and \\w+)?(?= ?[?.!]| ?$)",
            "baffl*",
        ),
        "broken": (
            "broken (link|page|button|image)s?",
            "(link*|page|button|map|video|search|website|site|it) (is |are |seem* |appear* )?"
            "(broken|dead|down|crash*|(does|do|did|is|are|will|would|just)( not|n't) (work*|load*"
            "|open*|go|do anything|respond*))",
            "(doesn't|does not|didn't|don't|won't|isn't|not) (work|working|load|loading|open|opening)",
            "link*( \\w+){0,4} (is |are )?(dead|broken|gone)",
            "(link|button|page|map|search)*( \\w+)? (does|did|do) nothing",
            "(has|have|had)(n't| not) (worked|loaded|opened)",
            "(can't|cannot|couldn't|could not|unable to) (open|load|view|access) (the|your|this|that|any|my)",
            "dead link",
            "page not found",
            "404",
            "error (message|page|500|404|code)?",
            "crash*",
            "takes (me|you) to (a blank|the wrong|an error|nothing)",
            "blank page",
            "wrong page",
            "link (goes|leads|takes)",
            "keeps (timing|logging|sending|loading)",
            "timed? out",
        ),
        "out-of-date": (
            "out of date",
            "out[- ]dated",
            "not up to date",
            "old (information|info|date*|price*|number*|version|news)",
            "(is|are|still) (the )?(wrong|incorrect|inaccurate)",
            "incorrect",
            "inaccurate",
            "wrong (number|phone|date*|price*|address|information|info|day*|time*|name|fee*|figure*|opening)",
            "no longer (exist*|true|there|open|correct|valid|works? there)",
            "(still|only) (says?|shows?|lists?|mentions?) (20\\d\\d|last|the old)",
            "last (year's|years)",
            "(says?|shows?)( \\w+){0,3} 20\\d\\d",
            "(\\d+|two|three|several) (years?|months?) (old|ago|out of date)",
            "(date|deadline)s? (has |have |is |are )?(gone|passed|past|over)",
            "insert (date|name|text|title)",
            "needs? updating",
            "not been updated",
            "(has|have|was) (now )?(closed|moved|changed|ended|expired)",
            "expired",
        ),
        "form-fault": (
            "form* (does|do|did|is|will|would|just|keeps?|won't|doesn't|isn't|didn't|crash*|fail*"
            "|froze|freez*|times|timed|lost|said|says|reject*)",
            "(can't|cannot|couldn't|could not|unable to|won't let me|will not let me|wouldn't let me"
            "|doesn't let me|not let me) "
            "(submit|send|complete|continue|apply|pay|register|log ?in|sign ?in|upload|book|renew"
            "|press|select|proceed|report)",
            "submit button",
            "(postcode|address|date|email|number|captcha) (is |was |field )?(not (accepted"
            "|recogni[sz]ed)|rejected|invalid)",
            "(payment|upload|log ?in|booking) (fail*|did not|didn't|does not|doesn't|not)",
            "lost (everything|all my|what i)",
            "won't accept",
            "will not accept",
            "(does|did)(n't| not) accept",
            "password",
            "locked out",
            "(postcode|address|form|text|answer|details)( \\w+)? diss?app?ears?",
            "(button|form) (does|did) nothing",
        ),
        "pdf-or-phone": (
            "pdf*",
            "on (my |our |her |his |a )?(phone|mobile|iphone|android|tablet|ipad|smartphone)",
            "of my (phone|mobile|tablet|screen)",
            "blurr*",
            "(is|was) a scan",
            "zoom*",
            "mobile (version|site|view|phone)",
            "small screen",
            "(can't|cannot|couldn't|unable to|won't) (download|scroll|print)",
            "download*",
            "word document",
            "off the (screen|edge)",
            "sideways",
        ),
        "missing-information": (
            "(doesn't|does not|didn't|did not|don't|never|nothing|not) (say|tell|explain|mention"
            "|state|list|give|include|show|cover)s?",
            "no (information|info|details?|opening (hours|times)|phone number|telephone|contact"
            "|email|price*|prices?|dates?|address|map|example*|explanation)",
            "(information|info|details|hours|dates?|prices?|number|address|page|section|costs?) (is "
            "|are )?missing",
            "missing (information|info|details)",
            "more (information|info|details?)",
            "(should|could|needs to|please|would help if it|would help if you) (say|tell|explain"
            "|include|add|show|list|give)",
            "how (much|long|many|do i|often|can i|late)",
            "what (time|are the|is the|about|happens|documents)",
            "not enough (information|info|detail)",
            "when (is|are|does|do|will)",
            "(need|want|give us|tell us) (a |the )?(price|cost|fee|date|phone number|address|email)*",
            "(still )?no price",
            "open or (shut|closed)",
        ),
        "spelling": (
            "typo*",
            "spell(ing|ed|t)?",
            "mis ?spel*",
            "grammar",
            "grammatical*",
            "punctuation",
            "apostrophe*",
        ),
        "accessibility": (
            "screen ?reader*",
            "jaws",
            "nvda",
            "voiceover",
            "blind",
            "partially sighted",
            "visually impaired",
            "deaf",
            "disab*",
            "dyslexi*",
            "colou?r ?blind",
            "(too|very|so) (small|faint|pale) (to read|text|print|writing)?",
            "small (text|font|writing)",
            "contrast",
            "keyboard",
            "tab (through|to|key)",
            "(no|without) (labels?|names?)",
            "easy[- ]read",
            "large print",
            "(text|font|print|writing) (is )?(too |so |very )?(small|tiny|pale|faint|light)",
            "read aloud",
            "british sign language",
            "bsl",
            "wheelchair*",
        ),
        "thanks": (
            "thank(s| you)?",
            "great",
            "excellent",
            "brilliant",
            "very (good|helpful|clear|useful|easy)",
            "helpful",
            "useful",
            "easy to (use|find|follow|understand)",
            "well done",
            "perfect",
            "clear and",
            "found (it|what i|everything)",
            "no problems?",
            "love (it|this)",
            "good (page|website|site|information)",
        ),
        "service-complaint": (
            "(bin|bins|rubbish|recycling|refuse|waste|box|caddy|it|they) (has|have|was|were|is"
            "|are)(n't| not| never| still)+ (\\w+ )?(not )?(been )?(been |being )?(collected|emptied"
            "|taken|picked)",
            "(missed|not collected|didn't collect|did not collect|never collected|not emptied) (my"
            "|our|the)? ?(bin*|rubbish|collection)?",
            "missed (again|bin|collection)?",
            "(bin|bins|rubbish|recycling|collection)( \\w+)? not (been )?(emptied|collected|picked|taken)",
            "(nobody|no one|no-one) (answers?|answered|came|turned up|replies|replied|called|rings"
            "|phoned|has (come|called|replied))",
            "(on hold|waiting|waited|held) (on the phone |on the line )?for (over |more than |nearly"
            " )?(\\d+|an?|two|three|four|five|six|twenty|thirty|forty) (hour*|minute*|week*|month*|day*)",
            "pothole*",
            "fly ?tip*",
            "dog (mess|fouling|poo)",
            "(council|councillors?|staff|you lot|driver|crew|man|woman|lady) (is|are|was|were) (\\w+ )?"
            "(rude|useless|lazy|a joke|a disgrace|corrupt|incompetent|terrible|awful)",
            "waste of (money|tax|council tax)",
            "(council )?tax (is |are )?(too )?(high|going up|a rip)",
            "rip[- ]?off",
            "disgrac*",
            "street ?light*",
            "(grass|hedge|verge)? ?(has|have|is|are)?(n't| not) (been )?cut",
            "overgrown",
            "(neighbour|neighbour's|neighbours) (is|are|keeps?|has)",
            "refund",
            "compensation",
            "too (expensive|much money)",
            "parking (fine|ticket|charge*|warden*)",
            "blocked drain*",
            "noise from",
            "rats?",
        ),
    }
)

UNLESS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "cannot-find": (
            "(easy|easily|quick|simple|able|helped me|managed) to (find|locate)",
            "found (it|what|everything)",
            "(not|wasn't|isn't|weren't) (at all )?(hard|difficult) to find",
            "exactly what i was looking for",
            "what i was looking for",
            "found what (i|we) (was|were)? ?looking for",
        ),
        "hard-to-understand": (
            "(easy|simple|able) to (understand|follow)",
            "not (at all |too )?(confusing|complicated)",
            "wasn't (confusing|complicated)",
            "no jargon",
            "without jargon",
        ),
        "broken": (
            "not (at all )?broken",
            "nothing (is|was) broken",
            "no (broken links?|errors?)",
            "no error",
        ),
        "out-of-date": (
            "not out of date",
            "(nothing|isn't|not) (wrong|incorrect|inaccurate)",
            "nothing (is|was) wrong",
        ),
        "spelling": ("no (typos?|spelling)",),
        "missing-information": (
            "no (more|further) (information|info) (is )?needed",
            "nothing (is |was )?missing",
            "how do i do",
        ),
        "thanks": (
            "no thanks",
            "thanks? (to|for) nothing",
            "(not|isn't|wasn't|n't|never|hardly|un)[ ]?(very |really |at all |that |so |been )?"
            "(helpful|useful|great|easy|good|clear|brilliant)",
            "would (be|have been) (\\w+ )?(helpful|useful|great|good)",
            "great deal",
            "no use",
            "more (helpful|useful)",
            "less (helpful|useful)",
        ),
    }
)
