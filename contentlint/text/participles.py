"""Words that decide whether “is …ed” is a passive: participles, adjectives that look like them, adverbs."""

from __future__ import annotations

#: past participles of verbs that are not formed with -ed and can be passive
IRREGULAR = frozenset(
    "arisen awoken beaten beset bent bereft bet bidden bound bitten blown borne born bought bred brought broken"
    " broadcast built burnt burst bust cast caught chosen clad clung cut dealt done drawn driven drunk dug dwelt"
    " eaten fed felt flung flown forbidden forecast foreseen forgiven forgot forgotten forsaken fought found"
    " frozen given gotten ground grown hanged heard held hidden hit hung hurt input kept knit known laid lain"
    " leapt learnt led left lent let lit lost made meant met mistaken misled misunderstood mown offset output"
    " outdone outgrown overcome overdone overdrawn overheard overridden overseen overtaken overthrown paid"
    " partaken proven put quit read rebuilt redone reborn overrun rehung relaid remade rent repaid reread rerun reset resold"
    " retold rewritten ridden rung run begun said sawn seen sent set sewn shaken shaven shed shod shorn shot shown"
    " shrunk shut slain slit slung smitten snuck sold sought sown sped spelt spent spilt split spoilt spoken"
    " spread spun stolen stricken strung struck stuck stung sung sunk sustained swept sworn swollen swum swung"
    " taken taught thrown thrust told torn trodden typeset undercut undergone understood undertaken underpaid"
    " undone unwound upheld upset wed withdrawn withheld withstood won worn wound woven written wrung".split()
)

#: adjectives in form of a participle: after a form of be they say how something is, not what is done to it
ADJECTIVES = frozenset(
    "based closed situated accustomed acquainted advanced affiliated aged alleged ashamed bored beloved blessed"
    " bloated bearded civilised civilized committed complicated concerned conceited confused congested contented"
    " contrived convinced crippled crooked crowded curved dated dedicated delighted depressed detailed devoted"
    " disabled disappointed disgusted dissatisfied distinguished distressed disturbed diversified drunk educated"
    " elaborated elated embarrassed enchanted enlightened entitled excited exhausted experienced fascinated"
    " fatigued fixated flawed forked frightened frustrated gifted haunted honoured horrified indebted inclined"
    " infatuated interested intoxicated involved isolated jaded jagged limited located married motivated nuanced"
    " obliged overcrowded outdated perplexed pleased predisposed prejudiced privileged puzzled qualified ragged"
    " relaxed relieved resigned retired rooted rugged satisfied scared secluded shocked skilled skinned"
    " sophisticated specialised specialized stunned supposed surprised suited tempted terrified thrilled tired"
    " troubled talented upset worried wretched".split()
)
#: adjectives before "to" and "for" ("is prepared to help"), else passive ("the plan is prepared by", "will be determined")
ADJECTIVES_BEFORE_TO = frozenset("determined prepared".split())
#: of the adjectives, those that are passive after "be", "been" and "being": "visits may be limited"
DONE_AFTER_BE = frozenset("closed advanced alleged committed disturbed educated isolated limited located".split())
#: verbs that begin with un-; other such words are adjectives ("unchanged")
VERBS_IN_UN = frozenset(
    "undone unveiled unlocked unloaded unpacked united unified unearthed unleashed unwound unfolded uncovered".split()
)
#: and those that are passive where somebody does it: "I was surprised by the letter"
PASSIVE_BY = frozenset(
    "closed bored complicated concerned confused convinced crippled crowded delighted depressed disappointed"
    " disgusted distressed disturbed embarrassed exhausted fascinated frightened frustrated haunted honoured"
    " horrified isolated limited married motivated obliged perplexed pleased puzzled qualified scared shocked"
    " stunned surprised tempted terrified thrilled troubled upset worried".split()
)
#: words in -ed that are no participles
NOT_VERBS = frozenset(
    "biped bleed breed creed deed embed exceed feed greed heed hundred indeed infrared kindred moped naked need"
    " newlywed proceed reed sacred seed shred sled speed steed succeed watershed weed wicked fred".split()
)
#: participles of verbs without an object: "is come", "was arrived"
INTRANSITIVE = frozenset(
    "arrived departed died elapsed emerged existed happened lapsed lived occurred remained seemed stayed"
    " vanished appeared expired belonged consisted depended participated interacted behaved".split()
)
#: verbs whose passive takes a noun or an adjective: "is called Fred", "was found guilty", "are paid weekly"
COMPLEMENT = frozenset(
    "allocated allowed appointed asked assigned assured awarded believed born brought called caught charged"
    " christened considered cooked crowned declared deemed denied designated dubbed elected entitled fined found"
    " given granted guaranteed handed held judged kept known labelled labeled left lent made named nicknamed"
    " offered paid presumed promised pronounced proved proven put rated refused rendered reported said saved"
    " sent served set shot shown sold taught termed told voted forced laid felt painted dressed turned cut"
    " returned taken driven thrown flown spared titled tagged classed ruled certified diagnosed listed forbidden"
    " supposed caused fed loaned shut seen viewed cast".split()
)

ADVERBS = frozenset(
    "not never also already still always often only just now then ever even too so well once first all both each"
    " soon sometimes seldom rather quite very almost nearly again however therefore thus hence instead yet"
    " somewhat otherwise perhaps maybe together alone later earlier better best further far long much more most"
    " less least twice thereby thereafter hereby here there indeed meanwhile nevertheless moreover elsewhere"
    " either neither somehow henceforth today currently online pre post half fast hard ill n't no as".split()
)
NOT_ADVERBS = frozenset(
    "family reply supply apply italy assembly anomaly bully belly jelly homily monopoly melancholy lonely"
    " friendly costly lovely likely unlikely elderly silly deadly lively worldly orderly cowardly timely ghastly"
    " ghostly".split()
)
PHRASES = frozenset(
    "in turn|in part|in fact|in general|in particular|in practice|in principle|in full|in effect|in addition|at all"
    "|at once|at least|at first|at last|at times|at present|at most|by law|by then|as well|no longer|as yet|as far"
    "|for example|for instance|of course|once again|once more|all too|far too|so far|more or less|to date"
    "|in some cases|in most cases|in this way|by now|on occasion|in time|as such".split("|")
)

SUBJECTS = frozenset("i you he she it we they this that these those there one everyone anyone someone".split())
DETERMINERS = frozenset(
    "the a an my your his her its our their this that these those any some no each every all both many few much"
    " several most more other another such".split()
)
#: words after which a participle stands as predicate: what follows it is no noun that it describes
FOLLOWERS = frozenset(
    "about above across after against ahead along alongside among amongst around as aside at away back because"
    " before behind below beneath beside between beyond both but by down due during either except for forward"
    " from further how if in inside instead into like near next of off on once only onto or nor and out outside"
    " over past per rather since so than that the then there these this those through throughout till to together"
    " toward towards under unless until up upon via what when whenever where wherever whereas whether which while"
    " who whom whose why with within without a an any each every some no all her him his it its me my our their"
    " them us you your they we he she i one two three four five six seven eight nine ten today yesterday tomorrow"
    " tonight monday tuesday wednesday thursday friday saturday sunday last free online home here now again also"
    " either even ever first just later less more most much never not often please quite separately soon still"
    " straight themselves itself himself herself yourself too very well worldwide nationwide elsewhere abroad"
    " overnight indoors outdoors upstairs downstairs apart alike simply according accordingly is are was were be has have had may must can will would"
    " should such many january february march april june july august september october november december".split()
)
